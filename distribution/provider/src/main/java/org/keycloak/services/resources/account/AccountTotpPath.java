package org.keycloak.services.resources.account;

import java.util.function.BiFunction;

import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.AccessTokenIntrospectionProvider;
import org.keycloak.protocol.oidc.AccessTokenIntrospectionProviderFactory;
import org.keycloak.protocol.oidc.TokenIntrospectionProvider;
import org.keycloak.representations.AccessToken;
import org.keycloak.services.managers.Auth;
import org.keycloak.services.resources.AccountPath;

/**
 * Finds out who sends a request to the account API. Keycloak's AccountRestService holds that in a private field.
 */
final class AccountTotpPath {

    static final String PREFIX = AccountPath.PREFIX + "totp/";

    private AccountTotpPath() {
    }

    static <R> R resource(String realm, BiFunction<KeycloakSession, Auth, R> resource) {
        KeycloakSession session = AccountPath.enter(realm);
        return resource.apply(session, auth(session));
    }

    private static Auth auth(KeycloakSession session) {
        RealmModel realm = session.getContext().getRealm();
        ClientModel account = realm.getClientByClientId(Constants.ACCOUNT_MANAGEMENT_CLIENT_ID);
        UserSessionModel userSession = session.getContext().getUserSession();
        return new Auth(realm, token(session, account, userSession), userSession.getUser(), account, userSession, false);
    }

    /** A lightweight token has few claims. Its introspection has the others. */
    private static AccessToken token(KeycloakSession session, ClientModel account, UserSessionModel userSession) {
        AccessToken token = (AccessToken) session.getContext().getBearerToken();
        if (token.getAudience() != null && token.getResourceAccess(account.getClientId()) != null) {
            return token;
        }
        AccessTokenIntrospectionProvider<?> introspection = (AccessTokenIntrospectionProvider<?>) session.getProvider(TokenIntrospectionProvider.class,
                AccessTokenIntrospectionProviderFactory.ACCESS_TOKEN_TYPE);
        return introspection.transformAccessToken(token, userSession);
    }
}
