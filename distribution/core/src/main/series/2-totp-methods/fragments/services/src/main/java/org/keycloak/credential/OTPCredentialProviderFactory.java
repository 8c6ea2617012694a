package org.keycloak.credential;

import org.keycloak.credential.otp.attempt.RemovedUserListener;
import org.keycloak.models.KeycloakSessionFactory;

public class OTPCredentialProviderFactory {

    // after: getId

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(new RemovedUserListener());
    }
}
