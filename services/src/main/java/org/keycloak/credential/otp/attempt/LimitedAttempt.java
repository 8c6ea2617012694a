package org.keycloak.credential.otp.attempt;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.keycloak.credential.CredentialModel;
import org.keycloak.credential.lease.SingleUseStore;
import org.keycloak.credential.otp.OTPRefusal;
import org.keycloak.credential.otp.method.AttemptLimits;
import org.keycloak.credential.otp.method.TotpMethodFields;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.OTPCredentialModel;

/**
 * One attempt at a credential that isn't locked: it claims its slots, its code is checked, and the slots are released or kept.
 */
final class LimitedAttempt {

    private final RealmModel realm;
    private final UserModel user;
    private final String credentialId;
    private final AttemptCount count;
    private final AttemptedCredentials attempted;
    private final OTPLock lock;
    private final AttemptLimitEvents events;

    LimitedAttempt(KeycloakSession session, RealmModel realm, UserModel user, OTPCredentialModel credential, AttemptLimits limits) {
        KeycloakSessionFactory factory = session.getKeycloakSessionFactory();
        this.realm = realm;
        this.user = user;
        this.credentialId = credential.getId();
        this.count = new AttemptCount(factory, AttemptCount.key(realm, credentialId), limits);
        this.attempted = new AttemptedCredentials(factory, realm, user.getId());
        this.lock = new OTPLock(session, realm, user);
        this.events = new AttemptLimitEvents(session, realm, user, credentialId);
    }

    /**
     * @return empty if the code is valid
     */
    Optional<OTPRefusal> refusal(CodeCheck code) {
        AttemptClaim claim = count.claim();
        switch (claim.result()) {
            case NONE_IN_PERIOD:
                events.attemptsExceeded(TotpMethodFields.MAX_VALIDATION_ATTEMPTS);
                return Optional.of(OTPRefusal.ATTEMPTS_EXCEEDED);
            case NONE_YET:
                events.attemptsExceeded(TotpMethodFields.LOCK_AFTER);
                return Optional.of(OTPRefusal.ATTEMPTS_EXCEEDED);
            case NONE_BEFORE_LOCK: // but no lock: another write restored the credential as it was before the lock
                return Optional.of(lock());
            default:
                return isValid(code, claim) ? Optional.empty() : Optional.of(refusal(code, claim));
        }
    }

    private boolean isValid(CodeCheck code, AttemptClaim claim) {
        try {
            boolean valid = code.isValid();
            if (valid) {
                count.reset(claim);
            }
            return valid;
        } catch (RuntimeException e) { // no code can be checked: the secret can't be decoded, for example
            SingleUseStore.tidy(() -> count.release(claim));
            throw e;
        }
    }

    private OTPRefusal refusal(CodeCheck code, AttemptClaim claim) {
        if (code.isCurrent()) { // used up before, so nobody guessed: a client that sends a login twice must not lock its user
            count.release(claim);
            return OTPRefusal.INVALID;
        }
        OTPRefusal refusal = count.keep(claim) ? lock() : OTPRefusal.INVALID;
        if (claim.slotBeforeLock() == 1) {
            SingleUseStore.tidy(this::noteCount);
        }
        return refusal;
    }

    private OTPRefusal lock() {
        lock.put(credentialId);
        events.locked();
        return OTPRefusal.LOCKED;
    }

    private void noteCount() {
        Set<String> present = user.credentialManager().getStoredCredentialsByTypeStream(OTPCredentialModel.TYPE).map(CredentialModel::getId)
                .map(id -> AttemptCount.key(realm, id)).collect(Collectors.toSet());
        attempted.add(AttemptCount.key(realm, credentialId), present);
    }
}
