package org.keycloak.credential;

import java.util.Optional;
import java.util.stream.Stream;

import org.keycloak.authentication.AuthenticatorUtil;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * The credential providers whose credentials an administrator may create.
 */
public final class CredentialCreators {

    private CredentialCreators() {
    }

    /**
     * @return the providers that can create a credential for the user
     */
    public static Stream<CredentialCreator<?, ?>> of(KeycloakSession session, RealmModel realm, UserModel user) {
        return creatable(all(session), realm, user);
    }

    /**
     * @return empty if there is no such type, or the user can't have a credential of it
     */
    public static Optional<CredentialCreator<?, ?>> of(KeycloakSession session, RealmModel realm, UserModel user, String type) {
        return creatable(all(session).filter(creator -> creator.getType().equals(type)), realm, user).findFirst();
    }

    /**
     * @return empty if there is no such type
     */
    public static Optional<CredentialCreator<?, ?>> ofType(KeycloakSession session, String type) {
        return all(session).filter(creator -> creator.getType().equals(type)).findFirst();
    }

    private static Stream<CredentialCreator<?, ?>> creatable(Stream<CredentialCreator<?, ?>> creators, RealmModel realm, UserModel user) {
        return UserCredentials.supports(user) ? creators.filter(creator -> creator.isCreatable(realm, user)) : Stream.empty();
    }

    private static Stream<CredentialCreator<?, ?>> all(KeycloakSession session) {
        return AuthenticatorUtil.getCredentialProviders(session)
                .flatMap(provider -> provider instanceof CredentialCreator<?, ?> creator ? Stream.of(creator) : Stream.empty());
    }
}
