package org.keycloak.credential;

import java.util.Optional;
import java.util.function.BooleanSupplier;

import org.keycloak.credential.GuessCount.Guess;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.utils.StringUtil;

/**
 * Stands before the validator of OTPs: it limits guessing, and has a code judged by the TOTP method of its credential. In a realm without
 * methods the validator is alone.
 */
public final class OTPGuard {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final UserModel user;

    public OTPGuard(KeycloakSession session, RealmModel realm, UserModel user) {
        this.session = session;
        this.realm = realm;
        this.user = user;
    }

    /** Keycloak's own validation of a code, by the OTP policy of the realm that it is given. */
    @FunctionalInterface
    public interface Validator {

        boolean isValid(RealmModel realm, UserModel user, CredentialInput input);
    }

    public boolean isValid(CredentialInput input, Validator validator) {
        if (input.getChallengeResponse() == null || StringUtil.isBlank(input.getCredentialId())) {
            return validator.isValid(realm, user, input); // no guess
        }
        Optional<CredentialModel> stored = stored(input.getCredentialId());
        if (stored.isEmpty()) {
            return false;
        }
        OTPCredentialModel credential = OTPCredentialModel.createFromCredentialModel(stored.get());
        TotpMethods methods = new TotpMethods(realm);
        Optional<TotpMethod> own = methods.of(credential);
        RealmModel judging = own.<RealmModel>map(method -> new RealmWithOTPPolicy(realm, method.policy(realm))).orElse(realm);
        return limited(credential, own.or(methods::validDefault), () -> validator.isValid(judging, user, input));
    }

    /**
     * A client chooses the id. A database that compares ids loosely finds the credential by other spellings of it, which would have counts of
     * their own, and use codes up on their own.
     */
    private Optional<CredentialModel> stored(String id) {
        return user.credentialManager().getStoredCredentialsByTypeStream(OTPCredentialModel.TYPE).filter(credential -> credential.getId().equals(id)).findFirst();
    }

    private boolean limited(OTPCredentialModel credential, Optional<TotpMethod> method, BooleanSupplier judgement) {
        GuessEvents events = new GuessEvents(session, realm, user, credential.getId());
        if (OTPLock.isOn(credential)) {
            events.locked();
            return false;
        }
        if (method.isEmpty()) {
            return judgement.getAsBoolean();
        }
        GuessCount count = count(GuessLimits.of(method.get(), credential), credential.getId());
        Guess guess = count.take();
        switch (guess.place()) {
            case NONE_IN_PERIOD:
                events.attemptsExceeded();
                return false;
            case NONE_BEFORE_LOCK: // and no lock: Keycloak has written the credential back as it was before
                return lock(credential.getId(), events);
            case LAST_BEFORE_LOCK:
                return judged(count, guess, judgement) || count.isLockDue(guess) && lock(credential.getId(), events);
            default:
                return judged(count, guess, judgement);
        }
    }

    private GuessCount count(GuessLimits limits, String credentialId) {
        return new GuessCount(session.getKeycloakSessionFactory(), realm, limits, user.getId(), credentialId);
    }

    private static boolean judged(GuessCount count, Guess guess, BooleanSupplier judgement) {
        boolean valid = judgement.getAsBoolean();
        if (valid) {
            count.reset(guess);
        }
        return valid;
    }

    private boolean lock(String credentialId, GuessEvents events) {
        new OTPLock(session, realm, user).put(credentialId);
        events.locked();
        return false;
    }

    /**
     * Ends a credential's lock and forgets what was guessed.
     *
     * @return whether there was anything
     */
    public boolean unlock(CredentialModel stored) {
        boolean locked = OTPLock.set(user, stored.getId(), false);
        return count(GuessLimits.NONE, stored.getId()).forget() || locked;
    }
}
