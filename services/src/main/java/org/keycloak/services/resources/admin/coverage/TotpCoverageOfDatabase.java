package org.keycloak.services.resources.admin.coverage;

import java.util.stream.Stream;

import org.keycloak.credential.RealmCredentialsProvider;
import org.keycloak.credential.otp.method.TotpMethods;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.credential.OTPCredentialModel;

/**
 * All users of a realm that has no user storage, in one statement.
 */
final class TotpCoverageOfDatabase implements TotpCoverage {

    private final KeycloakSession session;

    TotpCoverageOfDatabase(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public Stream<TotpCoverageUser> users() {
        RealmModel realm = session.getContext().getRealm();
        RealmCredentialsProvider credentials = session.getProvider(RealmCredentialsProvider.class);
        return new TotpCoverageStates(new TotpMethods(realm)).of(credentials.ofUsers(realm, OTPCredentialModel.TYPE));
    }
}
