package org.keycloak.credential.otp.attempt;

import org.keycloak.credential.otp.method.TotpMethodFields;
import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.OTPCredentialModel;

/**
 * Tells the administrator which limit of its method an attempt met. The user only learns that the code isn't valid, and Keycloak reports that
 * as well.
 */
public final class AttemptLimitEvents {

    public static final String ATTEMPTS_EXCEEDED = "totp_attempts_exceeded";
    static final String LOCKED = "totp_locked";
    static final String EXPIRED = "totp_expired";
    public static final String LIMIT = "limit";

    private final KeycloakSession session;
    private final RealmModel realm;
    private final UserModel user;
    private final String credentialId;

    AttemptLimitEvents(KeycloakSession session, RealmModel realm, UserModel user, String credentialId) {
        this.session = session;
        this.realm = realm;
        this.user = user;
        this.credentialId = credentialId;
    }

    /**
     * @param limit name of the method's field that states the limit
     */
    void attemptsExceeded(String limit) {
        event().detail(LIMIT, limit).error(ATTEMPTS_EXCEEDED);
    }

    void locked() {
        event().detail(LIMIT, TotpMethodFields.LOCK_AFTER).error(LOCKED);
    }

    void expired() {
        event().detail(LIMIT, TotpMethodFields.ACTIVATE_WITHIN).error(EXPIRED);
    }

    private EventBuilder event() {
        return new EventBuilder(realm, session, session.getContext().getConnection())
                .event(EventType.LOGIN)
                .client(session.getContext().getClient())
                .user(user)
                .detail(Details.CREDENTIAL_TYPE, OTPCredentialModel.TYPE)
                .detail(Details.CREDENTIAL_ID, credentialId);
    }
}
