package org.keycloak.services.resources.admin.bulk;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.light.LightweightUserAdapter;
import org.keycloak.services.resources.admin.AdminAuth;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;
import org.keycloak.services.resources.admin.fgap.AdminPermissions;

/**
 * The administrator of a request, for the sessions that come after the request's own.
 *
 * @param managesAll whether the administrator could change all users when the request came. The rights at the time decide on each user
 */
record Caller(AdminAuth auth, boolean managesAll) {

    /**
     * @return the rights that the administrator has now
     */
    AdminPermissionEvaluator rights(KeycloakSession session) {
        RealmModel realm = session.realms().getRealm(auth.getRealm().getId());
        AdminAuth own = new AdminAuth(realm, auth.getToken(), user(session, realm), session.clients().getClientById(realm, auth.getClient().getId()));
        return AdminPermissions.evaluator(session, session.getContext().getRealm(), own);
    }

    private UserModel user(KeycloakSession session, RealmModel realm) {
        UserModel user = auth.getUser();
        return LightweightUserAdapter.isLightweightUser(user) ? user : session.users().getUserById(realm, user.getId());
    }
}
