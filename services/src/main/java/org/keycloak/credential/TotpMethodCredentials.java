package org.keycloak.credential;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.credential.OTPCredentialModel;

/**
 * The credentials of all users of a realm that were made with a TOTP method.
 */
public final class TotpMethodCredentials {

    private final RealmCredentialsProvider credentials;
    private final RealmModel realm;

    public TotpMethodCredentials(KeycloakSession session, RealmModel realm) {
        this.credentials = session.getProvider(RealmCredentialsProvider.class);
        this.realm = realm;
    }

    public long count(String methodId) {
        return credentials.count(realm, OTPCredentialModel.TYPE, TotpCounter.fragments(methodId));
    }

    /**
     * @return how many there were
     */
    public long remove(String methodId) {
        return credentials.remove(realm, OTPCredentialModel.TYPE, TotpCounter.fragments(methodId));
    }
}
