package org.keycloak.credential.otp.attempt;

import java.util.Optional;

import org.keycloak.credential.CredentialInput;
import org.keycloak.credential.CredentialModel;
import org.keycloak.credential.lease.SingleUseStore;
import org.keycloak.credential.otp.OTPRefusal;
import org.keycloak.credential.otp.RealmWithOTPPolicy;
import org.keycloak.credential.otp.method.AttemptLimits;
import org.keycloak.credential.otp.method.TotpMethod;
import org.keycloak.credential.otp.method.TotpMethods;
import org.keycloak.credential.otp.method.TotpState;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.utils.StringUtil;

/**
 * Stands before Keycloak's validator of OTPs: limits the attempts at a credential, has a code checked by the TOTP method of its credential,
 * and notes the first use. In a realm without methods it limits nothing, but requires that the id of the credential is spelled as it is
 * stored.
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
            return validator.isValid(realm, user, input); // Keycloak refuses it, and checks no code
        }
        Optional<CredentialModel> stored = stored(input.getCredentialId());
        if (stored.isEmpty()) {
            return false;
        }
        boolean valid = isValid(stored.get(), input, validator);
        if (valid) {
            new FirstUse(session, realm, user).noteAfterwards(stored.get());
        }
        return valid;
    }

    private boolean isValid(CredentialModel stored, CredentialInput input, Validator validator) {
        TotpMethods methods = new TotpMethods(realm);
        if (methods.isEmpty()) {
            return validator.isValid(realm, user, input);
        }
        Optional<OTPRefusal> refusal = refusal(methods, OTPCredentialModel.createFromCredentialModel(stored), input, validator);
        refusal.ifPresent(reason -> reason.note(input));
        return refusal.isEmpty();
    }

    /**
     * A client chooses the id. A database that compares ids loosely finds the credential by other spellings of its id as well: attempts would
     * be counted, and codes used up, for each spelling anew.
     */
    private Optional<CredentialModel> stored(String id) {
        return user.credentialManager().getStoredCredentialsByTypeStream(OTPCredentialModel.TYPE).filter(credential -> credential.getId().equals(id)).findFirst();
    }

    private Optional<OTPRefusal> refusal(TotpMethods methods, OTPCredentialModel credential, CredentialInput input, Validator validator) {
        AttemptLimitEvents events = new AttemptLimitEvents(session, realm, user, credential.getId());
        switch (TotpState.of(methods, credential)) {
            case EXPIRED -> {
                events.expired();
                return Optional.of(OTPRefusal.EXPIRED);
            }
            case LOCKED -> {
                events.locked();
                return Optional.of(OTPRefusal.LOCKED);
            }
            default -> {
                return refusalOfCode(methods, credential, input, validator);
            }
        }
    }

    private Optional<OTPRefusal> refusalOfCode(TotpMethods methods, OTPCredentialModel credential, CredentialInput input, Validator validator) {
        Optional<TotpMethod> method = methods.of(credential);
        RealmModel policyRealm = method.<RealmModel>map(own -> new RealmWithOTPPolicy(realm, own.policy(realm))).orElse(realm);
        CodeCheck code = new CodeCheck(input.getChallengeResponse(), credential, policyRealm.getOTPPolicy(), () -> validator.isValid(policyRealm, user, input));
        Optional<TotpMethod> limiting = method.or(methods::findDefault);
        if (limiting.isEmpty()) {
            return code.isValid() ? Optional.empty() : Optional.of(OTPRefusal.INVALID);
        }
        return new LimitedAttempt(session, realm, user, credential, AttemptLimits.of(limiting.get(), credential)).refusal(code);
    }

    /**
     * Ends a credential's lock, and forgets the attempts at it.
     *
     * @return whether there was anything
     */
    public boolean unlock(CredentialModel stored) {
        String key = AttemptCount.key(realm, stored.getId());
        boolean locked = OTPLock.end(user, stored.getId());
        boolean attempted = new AttemptCount(session.getKeycloakSessionFactory(), key, AttemptLimits.HIGHEST).forget();
        return locked || attempted;
    }

    /**
     * Forgets the attempts at a credential that is removed, once it is.
     *
     * @param credentialId as it is stored
     */
    public void forget(String credentialId) {
        if (!new TotpMethods(realm).isEmpty()) {
            AttemptedCredentials attempted = attempted();
            String key = AttemptCount.key(realm, credentialId);
            SingleUseStore.tidyAfter(session, () -> attempted.forget(key));
        }
    }

    /** Forgets the attempts at all credentials of a user who is removed: an import may restore the user, with the same ids. */
    void forgetAll() {
        if (!new TotpMethods(realm).isEmpty()) {
            SingleUseStore.tidyAfter(session, attempted()::forgetAll);
        }
    }

    private AttemptedCredentials attempted() {
        return new AttemptedCredentials(session.getKeycloakSessionFactory(), realm, user.getId());
    }
}
