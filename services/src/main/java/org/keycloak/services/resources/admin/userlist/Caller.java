package org.keycloak.services.resources.admin.userlist;

import jakarta.ws.rs.ForbiddenException;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.light.LightweightUserAdapter;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.services.resources.admin.AdminAuth;
import org.keycloak.services.resources.admin.CredentialPermission;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;
import org.keycloak.services.resources.admin.fgap.AdminPermissions;

/**
 * The administrator of a request, for sessions other than the request's own. A long request uses a session for each part, so that what one
 * part has read doesn't stay in memory during the next one.
 */
public final class Caller {

    private final KeycloakSession session;
    private final AdminPermissionEvaluator evaluator;
    private final AdminAuth auth;
    private final boolean withRole;
    private final CredentialPermission permission;

    /**
     * @param session of the request
     * @param evaluator the rights in this session
     */
    public Caller(KeycloakSession session, AdminPermissionEvaluator evaluator) {
        this(session, evaluator, true);
    }

    private Caller(KeycloakSession session, AdminPermissionEvaluator evaluator, boolean withRole) {
        this.session = session;
        this.evaluator = evaluator;
        this.auth = evaluator.adminAuth();
        this.withRole = withRole;
        this.permission = new CredentialPermission(session, evaluator, withRole);
    }

    /** The same administrator, whose role {@code manage-otp} doesn't count. */
    public Caller withoutManageOtp() {
        return new Caller(session, evaluator, false);
    }

    /** What the administrator was permitted when the request came. The rights at the time decide on each user. */
    public CredentialPermission permission() {
        return permission;
    }

    /**
     * @return what the administrator is permitted now
     * @throws ForbiddenException if the administrator's account was disabled or removed
     */
    public CredentialPermission permission(KeycloakSession own) {
        RealmModel realm = own.realms().getRealm(auth.getRealm().getId());
        AdminAuth now = new AdminAuth(realm, auth.getToken(), user(own, realm), own.clients().getClientById(realm, auth.getClient().getId()));
        return new CredentialPermission(own, AdminPermissions.evaluator(own, own.getContext().getRealm(), now), withRole);
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
         * @param permission of the administrator now
         */
        V run(KeycloakSession session, CredentialPermission permission);
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
            return task.run(own, permission(own));
        }, name);
    }

    /** Gives the database connection of the request back. The request must only have read until now. */
    public void endRequest() {
        if (session.getTransactionManager().isActive()) {
            session.getTransactionManager().commit();
        }
    }
}
