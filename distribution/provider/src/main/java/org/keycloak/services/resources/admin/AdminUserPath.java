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
 * The way from the root of the admin API to the users of a realm, and to one user. It goes through Keycloak's own resources. So the switch of the feature, authentication,
 * CORS, and the look-up of the realm and the user are Keycloak's, on each version. The class is in their package because they hold what an
 * endpoint needs in protected fields.
 */
final class AdminUserPath {

    /**
     * The path of all users; a last segment follows. A root resource must not end here, because it would hide Keycloak's endpoints. "realms"
     * is a parameter because the path must begin with the same literal text as AdminRoot's path, and no more of it: RESTEasy Reactive before
     * Quarkus 3.33 (Keycloak 26.4) looks only at the roots that share the longest literal beginning of a request's path.
     */
    static final String USERS = "/admin/{realms}/{realm}/users/";
    /** The path of one user; a last segment follows, as above. */
    static final String PREFIX = USERS + "{user-id}/";
    static final String REALMS = "realms";
    static final String REALM = "realm";
    static final String USER_ID = "user-id";

    private AdminUserPath() {
    }

    /** Makes a resource of what UserResource has at hand. */
    @FunctionalInterface
    interface Resource<R> {

        R of(KeycloakSession session, UserModel user, AdminPermissionEvaluator auth, AdminEventBuilder adminEvent);
    }

    /** Makes a resource of what UsersResource has at hand. */
    @FunctionalInterface
    interface OfAllUsers<R> {

        R of(KeycloakSession session, AdminPermissionEvaluator auth, AdminEventBuilder adminEvent);
    }

    /**
     * @param realms the second segment of the path, which has to be "realms"
     * @throws jakarta.ws.rs.WebApplicationException 401, 403 or 404, as from the endpoints beside it
     */
    static <R> R resource(String realms, String realmName, String userId, Resource<R> resource) {
        return realm(realms, realmName, (realmAdmin, session, adminEvent) -> {
            realmAdmin.users().user(userId); // refuses an unknown user
            return resource.of(session, user(session, session.getContext().getRealm(), userId), realmAdmin.auth, adminEvent);
        });
    }

    /**
     * @param realms the second segment of the path, which has to be "realms"
     * @throws jakarta.ws.rs.WebApplicationException 401, 403 or 404, as from the endpoints beside it
     */
    static <R> R resource(String realms, String realmName, OfAllUsers<R> resource) {
        return realm(realms, realmName, (realmAdmin, session, adminEvent) -> resource.of(session, realmAdmin.auth, adminEvent));
    }

    @FunctionalInterface
    private interface OfRealm<R> {

        R of(RealmAdminResource realmAdmin, KeycloakSession session, AdminEventBuilder adminEvent);
    }

    private static <R> R realm(String realms, String realmName, OfRealm<R> resource) {
        if (!REALMS.equals(realms)) {
            throw new NotFoundException();
        }
        AdminRoot root = root();
        RealmsAdminResource realmsAdmin = root.getRealmsAdmin();
        RealmAdminResource realmAdmin = realmsAdmin.getRealmAdmin(realmName);
        KeycloakSession session = root.session;
        RealmModel realm = session.getContext().getRealm();
        return resource.of(realmAdmin, session, new AdminEventBuilder(realm, realmsAdmin.auth, session, session.getContext().getConnection()));
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
