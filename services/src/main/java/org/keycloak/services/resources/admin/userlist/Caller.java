package org.keycloak.services.resources.admin.userlist;

import jakarta.ws.rs.ForbiddenException;

import org.keycloak.models.AdminRoles;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.light.LightweightUserAdapter;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.services.resources.admin.AdminAuth;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;
import org.keycloak.services.resources.admin.fgap.AdminPermissions;

/**
 * The administrator of a request, for sessions other than the request's own. A long request uses a session for each part, so that what one
 * part has read doesn't stay in memory during the next one.
 */
public final class Caller {

    private final KeycloakSession session;
    private final AdminAuth auth;
    private final boolean viewsAll;
    private final boolean managesAll;

    /**
     * @param session of the request
     * @param auth the rights in this session
     */
    public Caller(KeycloakSession session, AdminPermissionEvaluator auth) {
        this.session = session;
        this.auth = auth.adminAuth();
        this.viewsAll = auth.hasOneAdminRole(AdminRoles.VIEW_USERS, AdminRoles.MANAGE_USERS);
        this.managesAll = auth.hasOneAdminRole(AdminRoles.MANAGE_USERS);
    }

    /**
     * Whether the administrator could view all users when the request came. A permission for all users isn't enough, because another
     * permission may deny one of them.
     */
    public boolean viewsAll() {
        return viewsAll;
    }

    /** Whether the administrator could change all users when the request came. The rights at the time decide on each user. */
    public boolean managesAll() {
        return managesAll;
    }

    /**
     * @return the rights that the administrator has now
     * @throws ForbiddenException if the administrator's account was disabled or removed
     */
    public AdminPermissionEvaluator rights(KeycloakSession own) {
        RealmModel realm = own.realms().getRealm(auth.getRealm().getId());
        AdminAuth now = new AdminAuth(realm, auth.getToken(), user(own, realm), own.clients().getClientById(realm, auth.getClient().getId()));
        return AdminPermissions.evaluator(own, own.getContext().getRealm(), now);
    }

    private UserModel user(KeycloakSession own, RealmModel realm) {
        UserModel user = auth.getUser();
        UserModel now = LightweightUserAdapter.isLightweightUser(user) ? user : own.users().getUserById(realm, user.getId());
        if (now == null || !now.isEnabled()) {
            throw new ForbiddenException();
        }
        return now;
    }

    /** What is done in a session. */
    @FunctionalInterface
    public interface Task<V> {

        /**
         * @param rights that the administrator has now
         */
        V run(KeycloakSession session, AdminPermissionEvaluator rights);
    }

    /**
     * Runs a task in a session of its own, with the realm and the token of the request. The request's own transaction ends before.
     *
     * @param name of the task, for the log
     */
    public <V> V run(String name, Task<V> task) {
        endRequest();
        return KeycloakModelUtils.runJobInTransactionWithResult(session.getKeycloakSessionFactory(), session.getContext(), own -> {
            own.getContext().setBearerToken(session.getContext().getBearerToken()); // Keycloak filters its lists by it
            return task.run(own, rights(own));
        }, name);
    }

    /** Gives the database connection of the request back. The request must only have read until now. */
    public void endRequest() {
        if (session.getTransactionManager().isActive()) {
            session.getTransactionManager().commit();
        }
    }
}
