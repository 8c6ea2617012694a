package org.keycloak.testsuite.providers;

import org.keycloak.credential.CredentialProviderFactory;
import org.keycloak.models.KeycloakSession;

/**
 * Brings the type {@code badge}.
 */
public final class BadgeCredentialProviderFactory implements CredentialProviderFactory<BadgeCredentialProvider> {

    @Override
    public String getId() {
        return "test-badge";
    }

    @Override
    public BadgeCredentialProvider create(KeycloakSession session) {
        return new BadgeCredentialProvider(session);
    }
}
