package org.keycloak.services.resources;

import jakarta.ws.rs.core.Response;

import org.keycloak.common.enums.AccountRestApiVersion;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.resources.account.AccountLoader;
import org.keycloak.services.resources.account.CorsPreflightService;
import org.keycloak.utils.KeycloakSessionUtil;

/**
 * The way from the root of all realms to a realm's account API. It goes through Keycloak's own resources. So the look-up of the realm, the
 * switch of the feature, authentication and CORS are Keycloak's, on each version. The class is in the package of {@link RealmsResource},
 * which holds the session in a protected field.
 */
public final class AccountPath {

    /** A root resource must not end here: it would hide Keycloak's own. */
    public static final String PREFIX = "/realms/{realm}/account/";
    public static final String REALM = "realm";

    private AccountPath() {
    }

    /**
     * @return the session, whose context has the realm, the token and the user's session
     * @throws jakarta.ws.rs.WebApplicationException 401, 403 or 404 as from the endpoints beside it
     */
    public static KeycloakSession enter(String realm) {
        service(realm);
        return KeycloakSessionUtil.getKeycloakSession();
    }

    public static Response preflight(String realm) {
        return ((CorsPreflightService) service(realm)).preflight();
    }

    /** The versioned path. The other one takes only requests whose content type is JSON, and a request for the defaults has no content. */
    private static Object service(String realm) {
        RealmsResource realms = new RealmsResource();
        realms.session = KeycloakSessionUtil.getKeycloakSession();
        AccountLoader account = (AccountLoader) realms.getAccountService(realm);
        return account.getVersionedAccountRestService(AccountRestApiVersion.DEFAULT.getStrVersion());
    }
}
