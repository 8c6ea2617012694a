package org.keycloak.credential.otp.attempt;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.keycloak.credential.CredentialInput;
import org.keycloak.credential.CredentialModel;
import org.keycloak.credential.lease.SingleUseKey;
import org.keycloak.credential.lease.SingleUseStore;
import org.keycloak.credential.otp.RealmWithOTPPolicy;
import org.keycloak.credential.otp.attempt.AttemptSlots.Guess;
import org.keycloak.credential.otp.method.AttemptLimits;
import org.keycloak.credential.otp.method.TotpMethod;
import org.keycloak.credential.otp.method.TotpMethodFields;
import org.keycloak.credential.otp.method.TotpMethods;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.models.utils.CredentialValidation;
import org.keycloak.utils.StringUtil;

/**
 * Stands before the validator of OTPs: it knows a credential by its stored id only, limits guessing, and has a code judged by the TOTP
 * method of its credential. In a realm without methods the stored id is all that it asks for.
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
        TotpMethods methods = new TotpMethods(realm);
        if (methods.isEmpty()) {
            return validator.isValid(realm, user, input);
        }
        OTPCredentialModel credential = OTPCredentialModel.createFromCredentialModel(stored.get());
        Optional<TotpMethod> own = methods.of(credential);
        RealmModel judging = own.<RealmModel>map(method -> new RealmWithOTPPolicy(realm, method.policy(realm))).orElse(realm);
        Judgement judgement = new Judgement(() -> validator.isValid(judging, user, input), () -> isRight(input, credential, judging));
        Optional<OTPRefusal> refusal = refusal(credential, own.or(methods::findDefault), judgement);
        refusal.ifPresent(reason -> reason.note(input));
        return refusal.isEmpty();
    }

    /**
     * A client chooses the id. A database that compares ids loosely finds the credential by other spellings of it, which would have counts of
     * their own, and use codes up on their own.
     */
    private Optional<CredentialModel> stored(String id) {
        return stored().filter(credential -> credential.getId().equals(id)).findFirst();
    }

    private Stream<CredentialModel> stored() {
        return user.credentialManager().getStoredCredentialsByTypeStream(OTPCredentialModel.TYPE);
    }

    /** Without using it up. */
    private static boolean isRight(CredentialInput input, OTPCredentialModel credential, RealmModel judging) {
        return CredentialValidation.validOTP(input.getChallengeResponse(), credential, judging.getOTPPolicy().getLookAheadWindow());
    }

    /**
     * @param accepts whether a code is valid; a valid one is used up
     * @param isRight whether it is the code of the time, used up or not
     */
    private record Judgement(BooleanSupplier accepts, BooleanSupplier isRight) {
    }

    private Optional<OTPRefusal> refusal(OTPCredentialModel credential, Optional<TotpMethod> method, Judgement judgement) {
        AttemptLimitEvents events = new AttemptLimitEvents(session, realm, user, credential.getId());
        if (OTPLock.isOn(credential)) {
            events.locked();
            return Optional.of(OTPRefusal.LOCKED);
        }
        if (method.isEmpty()) {
            return judgement.accepts().getAsBoolean() ? Optional.empty() : Optional.of(OTPRefusal.INVALID);
        }
        AttemptSlots count = count(AttemptLimits.of(method.get(), credential), credential.getId());
        Guess guess = count.take();
        switch (guess.place()) {
            case NONE_IN_PERIOD:
                events.attemptsExceeded(TotpMethodFields.MAX_VALIDATION_ATTEMPTS);
                return Optional.of(OTPRefusal.ATTEMPTS_EXCEEDED);
            case NONE_YET:
                events.attemptsExceeded(TotpMethodFields.LOCK_AFTER);
                return Optional.of(OTPRefusal.ATTEMPTS_EXCEEDED);
            case NONE_BEFORE_LOCK: // and no lock: Keycloak has written the credential back as it was before
                return Optional.of(locked(credential.getId(), events));
            default:
                return judged(count, guess, judgement.accepts()) ? Optional.empty() : Optional.of(refused(count, guess, judgement, credential.getId(), events));
        }
    }

    private AttemptSlots count(AttemptLimits limits, String credentialId) {
        return new AttemptSlots(session.getKeycloakSessionFactory(), countKey(credentialId), limits);
    }

    /** The user's id is no part of it: a user's storage may make the id of the name that a client sent. */
    private String countKey(String credentialId) {
        return SingleUseKey.of("otp-guess", realm, credentialId);
    }

    private static boolean judged(AttemptSlots count, Guess guess, BooleanSupplier judgement) {
        try {
            boolean valid = judgement.getAsBoolean();
            if (valid) {
                count.reset(guess);
            }
            return valid;
        } catch (RuntimeException e) { // no code can be judged: the secret can't be decoded, for example
            SingleUseStore.tidy(() -> count.giveBack(guess));
            throw e;
        }
    }

    /** A code that was used is no guess: a client that sends a login twice must not lock its user. */
    private OTPRefusal refused(AttemptSlots count, Guess guess, Judgement judgement, String credentialId, AttemptLimitEvents events) {
        if (judgement.isRight().getAsBoolean()) {
            count.giveBack(guess);
            return OTPRefusal.INVALID;
        }
        return wrong(count, guess, credentialId, events);
    }

    private OTPRefusal wrong(AttemptSlots count, Guess guess, String credentialId, AttemptLimitEvents events) {
        OTPRefusal refusal = count.keep(guess) ? locked(credentialId, events) : OTPRefusal.INVALID;
        if (guess.consecutive() == 1) {
            SingleUseStore.tidy(() -> guessed().add(countKey(credentialId), stored().map(CredentialModel::getId).map(this::countKey).collect(Collectors.toSet())));
        }
        return refusal;
    }

    private OTPRefusal locked(String credentialId, AttemptLimitEvents events) {
        new OTPLock(session, realm, user).put(credentialId);
        events.locked();
        return OTPRefusal.LOCKED;
    }

    /**
     * Ends a credential's lock and forgets what was guessed.
     *
     * @return whether there was anything
     */
    public boolean unlock(CredentialModel stored) {
        boolean locked = OTPLock.end(user, stored.getId());
        boolean guessed = count(AttemptLimits.NONE, stored.getId()).forget();
        return locked || guessed;
    }

    /**
     * Forgets what was guessed of a credential that is removed, once it is.
     *
     * @param credentialId as it is stored
     */
    public void forget(String credentialId) {
        if (!new TotpMethods(realm).isEmpty()) {
            AttemptedCredentials guessed = guessed();
            String count = countKey(credentialId);
            SingleUseStore.tidyAfter(session, () -> guessed.forget(count));
        }
    }

    /** The same for all credentials of a user who is removed: who is restored with an old id, by an import, begins anew. */
    public void forgetAll() {
        if (!new TotpMethods(realm).isEmpty()) {
            AttemptedCredentials guessed = guessed();
            SingleUseStore.tidyAfter(session, guessed::forgetAll);
        }
    }

    private AttemptedCredentials guessed() {
        return new AttemptedCredentials(session.getKeycloakSessionFactory(), realm, user.getId());
    }
}
