package org.keycloak.credential.otp.setup;

import java.util.Optional;

import org.keycloak.credential.CredentialModel;
import org.keycloak.credential.EventText;
import org.keycloak.credential.otp.attempt.AttemptLimitEvents;
import org.keycloak.credential.otp.method.TotpMethodFields;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.credential.OTPCredentialModel;

/**
 * Records what a user's self-enrolment came to, as Keycloak records its own setup of an OTP.
 */
final class SelfEnrolmentEvents {

    private final EventBuilder event;

    /**
     * @param event with the realm, the user, and where the request comes from
     */
    SelfEnrolmentEvents(EventBuilder event) {
        this.event = event.event(EventType.UPDATE_CREDENTIAL).detail(Details.CREDENTIAL_TYPE, OTPCredentialModel.TYPE);
    }

    /**
     * @param stored empty if the user's storage keeps the credential
     */
    void confirmed(Optional<CredentialModel> stored, String userLabel) {
        stored.ifPresent(credential -> event.detail(Details.CREDENTIAL_ID, credential.getId()));
        event.detail(Details.CREDENTIAL_USER_LABEL, EventText.of(userLabel));
        event.clone().success();
        event.clone().event(deprecatedEvent()).success();
    }

    void invalidCode() {
        event.clone().error(Errors.INVALID_USER_CREDENTIALS);
    }

    void attemptsExceeded() {
        event.clone().detail(AttemptLimitEvents.LIMIT, TotpMethodFields.MAX_VALIDATION_ATTEMPTS).error(AttemptLimitEvents.ATTEMPTS_EXCEEDED);
    }

    /** Listeners may wait for it. Keycloak's own setup sends it as well. */
    @SuppressWarnings("deprecation")
    private static EventType deprecatedEvent() {
        return EventType.UPDATE_TOTP;
    }
}
