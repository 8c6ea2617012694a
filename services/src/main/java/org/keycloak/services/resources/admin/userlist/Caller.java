package org.keycloak.services.resources.admin.userlist;


import org.keycloak.models.KeycloakSession;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/**
 * The administrator of a request, for sessions other than the request's own. A long request uses a session for each part, so that what one
 * part has read doesn't stay in memory during the next one.
 */
public final class Caller {

    private final KeycloakSession session;
    private final AdminPermissionEvaluator evaluator;
    private final UserListPermission permission;

    /**
     * @param session of the request
     * @param evaluator the rights in this session
     */
    public Caller(KeycloakSession session, AdminPermissionEvaluator evaluator) {
        this(session, evaluator, true);
    }

    /**
     * @param withRole whether the role {@code manage-otp} counts
     */
    public Caller(KeycloakSession session, AdminPermissionEvaluator evaluator, boolean withRole) {
        this.session = session;
        this.evaluator = evaluator;
        this.permission = new UserListPermission(session, evaluator, withRole);
    }

    /** The same administrator, whose role {@code manage-otp} doesn't count. */
    public Caller withoutManageOtp() {
        return new Caller(session, evaluator, false);
    }

    /** What the administrator was permitted when the request came. The rights at the time decide on each user. */
    public UserListPermission permission() {
        return permission;
    }

    /** What is done in a session. */
    @FunctionalInterface
    public interface Task<V> {

        /**
         * @param permission of the administrator now
         */
        V run(KeycloakSession session, UserListPermission permission);
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
            return task.run(own, permission.now(own));
        }, name);
    }

    /** Gives the database connection of the request back. The request must only have read until now. */
    public void endRequest() {
        if (session.getTransactionManager().isActive()) {
            session.getTransactionManager().commit();
        }
    }
}
