package org.keycloak.credential;

import org.keycloak.createtotp.ReplacementFactory;
import org.keycloak.models.KeycloakSession;

/**
 * Takes the place of Keycloak's own factory: it has the same id, and a higher order.
 */
public class RecoveryAuthnCodesCredentialProviderWithCreatorFactory extends RecoveryAuthnCodesCredentialProviderFactory implements ReplacementFactory {

    @Override
    public RecoveryAuthnCodesCredentialProvider create(KeycloakSession session) {
        return new RecoveryAuthnCodesCredentialProviderWithCreator(session);
    }

    @Override
    public int order() {
        return 1;
    }
}
