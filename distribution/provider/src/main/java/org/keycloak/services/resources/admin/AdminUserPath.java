package org.keycloak.services.resources.admin;

import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Response;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.light.LightweightUserAdapter;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;
import org.keycloak.utils.KeycloakSessionUtil;

/**
 * The way from the root of the admin API to one user. It goes through Keycloak's own resources, so that the feature's switch,
 * authentication, CORS, the realm's and the user's look-up are Keycloak's, on each version. It is in their package since they
 * hold what an endpoint needs in protected fields.
 */
final class AdminUserPath {

    /**
     * The path of one user, as far as the last segment. A root resource must not end here: it would hide Keycloak's own. "realms" is a
     * parameter so that the path is literal as far as AdminRoot's and no further: RESTEasy Reactive before Quarkus 3.33 (Keycloak 26.4)
     * only looks at the roots that share the longest literal beginning of a request's path.
     */
    static final String PREFIX = "/admin/{realms}/{realm}/users/{user-id}/";
    static final String REALMS = "realms";
    static final String REALM = "realm";
    static final String USER_ID = "user-id";

    private AdminUserPath() {
    }

    /** What UserResource has to hand over. */
    @FunctionalInterface
    interface Resource<R> {

        R of(KeycloakSession session, UserModel user, AdminPermissionEvaluator auth, AdminEventBuilder adminEvent);
    }

    /**
     * @param realms the segment of this name
     * @throws jakarta.ws.rs.WebApplicationException 401, 403 or 404 as from the endpoints beside it
     */
    static <R> R resource(String realms, String realmName, String userId, Resource<R> resource) {
        if (!REALMS.equals(realms)) {
            throw new NotFoundException();
        }
        AdminRoot root = root();
        RealmsAdminResource realmsAdmin = root.getRealmsAdmin();
        RealmAdminResource realmAdmin = realmsAdmin.getRealmAdmin(realmName);
        realmAdmin.users().user(userId); // refuses an unknown user

        KeycloakSession session = root.session;
        RealmModel realm = session.getContext().getRealm();
        AdminEventBuilder adminEvent = new AdminEventBuilder(realm, realmsAdmin.auth, session, session.getContext().getConnection());
        return resource.of(session, user(session, realm, userId), realmAdmin.auth, adminEvent);
    }

    static Response preflight() {
        return ((RealmsAdminResourcePreflight) root().getRealmsAdmin()).preFlight();
    }

    private static AdminRoot root() {
        AdminRoot root = new AdminRoot();
        root.session = KeycloakSessionUtil.getKeycloakSession();
        return root;
    }

    private static UserModel user(KeycloakSession session, RealmModel realm, String userId) {
        if (!LightweightUserAdapter.isLightweightUser(userId)) {
            return session.users().getUserById(realm, userId);
        }
        UserSessionModel userSession = session.sessions().getUserSession(realm, LightweightUserAdapter.getLightweightUserId(userId));
        if (userSession == null) {
            throw new NotFoundException("User not found");
        }
        return userSession.getUser();
    }
}
