package org.keycloak.credential;

import org.keycloak.createtotp.ReplacementFactory;
import org.keycloak.credential.otp.attempt.RemovedUserListener;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/**
 * Takes the place of Keycloak's own factory: it has the same id, and a higher order.
 */
public class OTPCredentialProviderWithCreatorFactory extends OTPCredentialProviderFactory implements ReplacementFactory {

    @Override
    public OTPCredentialProvider create(KeycloakSession session) {
        return new OTPCredentialProviderWithCreator(session);
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(new RemovedUserListener());
    }

    @Override
    public int order() {
        return 1;
    }
}
