package org.keycloak.credential.otp.setup;

import java.time.Duration;
import java.util.Optional;

import org.keycloak.credential.lease.SingleUseKey;
import org.keycloak.credential.lease.SingleUseStore;
import org.keycloak.credential.otp.attempt.AttemptSlots;
import org.keycloak.credential.otp.method.AttemptLimits;
import org.keycloak.credential.otp.method.TotpMethod;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.OTPCredentialModel;

/**
 * A user's attempts to confirm a pending TOTP: limited within a period. They are counted for the user, so that another pending TOTP doesn't
 * allow more of them. Nothing is locked, since what is pending is gone in minutes.
 */
final class ConfirmationAttempts {

    private final SingleUseStore store;
    private final AttemptSlots slots;

    /**
     * @param method that states the limit, if there is one
     * @param pending whose period it is
     */
    ConfirmationAttempts(KeycloakSession session, RealmModel realm, UserModel user, Optional<TotpMethod> method, OTPCredentialModel pending) {
        int attempts = method.map(TotpMethod::maxValidationAttempts).orElse(AttemptLimits.DEFAULT_MAX_VALIDATION_ATTEMPTS);
        Duration period = Duration.ofSeconds(pending.getOTPCredentialData().getPeriod());
        this.store = new SingleUseStore(session.getKeycloakSessionFactory());
        this.slots = new AttemptSlots(SingleUseKey.of("pending-totp-guess", realm, user.getId()) + ":period", attempts, period);
    }

    /**
     * Claims a slot for one attempt.
     *
     * @return whether there was one
     */
    boolean claim() {
        return store.use(slots::claim).isPresent();
    }

    /** After a right code. */
    void reset() {
        store.run(slots::releaseAll);
    }
}
