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
    private final String countKey;
    private final AttemptCount count;
    private final AttemptedCredentials attempted;
    private final OTPLock lock;
    private final AttemptLimitEvents events;

    LimitedAttempt(KeycloakSession session, RealmModel realm, UserModel user, OTPCredentialModel credential, AttemptLimits limits) {
        KeycloakSessionFactory factory = session.getKeycloakSessionFactory();
        this.realm = realm;
        this.user = user;
        this.credentialId = credential.getId();
        this.countKey = AttemptCount.key(realm, credentialId);
        this.count = new AttemptCount(factory, countKey, limits);
        this.attempted = new AttemptedCredentials(factory, realm, user.getId());
        this.lock = new OTPLock(session, realm, user);
        this.events = new AttemptLimitEvents(session, realm, user, credentialId);
    }

    /**
     * @return empty if the code is valid
     */
    Optional<OTPRefusal> refusal(CodeCheck code) {
        AttemptClaim claim = count.claim();
        return switch (claim.result()) {
            case CLAIMED -> refusal(code, claim);
            case NONE_IN_PERIOD -> Optional.of(exceeded(TotpMethodFields.MAX_VALIDATION_ATTEMPTS));
            case NONE_YET -> Optional.of(exceeded(TotpMethodFields.LOCK_AFTER));
            case NONE_BEFORE_LOCK -> Optional.of(lock()); // no lock is on: another write restored the credential as it was before the lock
        };
    }

    private Optional<OTPRefusal> refusal(CodeCheck code, AttemptClaim claim) {
        if (isValid(code, claim)) {
            return Optional.empty();
        }
        if (code.isCurrent()) { // used up before, so nobody guessed: a client that sends a login twice must not lock its user
            count.release(claim);
            return Optional.of(OTPRefusal.INVALID);
        }
        return Optional.of(wrong(claim));
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

    private OTPRefusal wrong(AttemptClaim claim) {
        boolean last = count.keep(claim);
        OTPRefusal refusal = last ? lock() : OTPRefusal.INVALID;
        if (claim.slotBeforeLock() == 1) { // a count begins
            SingleUseStore.tidy(this::noteCount);
        }
        return refusal;
    }

    private OTPRefusal exceeded(String limit) {
        events.attemptsExceeded(limit);
        return OTPRefusal.ATTEMPTS_EXCEEDED;
    }

    private OTPRefusal lock() {
        lock.put(credentialId);
        events.locked();
        return OTPRefusal.LOCKED;
    }

    private void noteCount() {
        Set<String> present = user.credentialManager().getStoredCredentialsByTypeStream(OTPCredentialModel.TYPE).map(CredentialModel::getId)
                .map(id -> AttemptCount.key(realm, id)).collect(Collectors.toSet());
        attempted.add(countKey, present);
    }
}
