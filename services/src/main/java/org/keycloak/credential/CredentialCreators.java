package org.keycloak.credential;

import java.util.Optional;
import java.util.stream.Stream;

import org.keycloak.authentication.AuthenticatorUtil;
import org.keycloak.models.KeycloakSession;

/**
 * The credential providers whose credentials an administrator may create.
 */
public final class CredentialCreators {

    private CredentialCreators() {
    }

    public static Stream<CredentialCreator<?, ?>> of(KeycloakSession session) {
        return AuthenticatorUtil.getCredentialProviders(session)
                .flatMap(provider -> provider instanceof CredentialCreator<?, ?> creator ? Stream.of(creator) : Stream.empty());
    }

    public static Optional<CredentialCreator<?, ?>> of(KeycloakSession session, String type) {
        return of(session).filter(creator -> creator.getType().equals(type)).findFirst();
    }
}
