package org.keycloak.services.resources.admin;

import jakarta.ws.rs.ForbiddenException;

import org.keycloak.models.UserModel;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/**
 * The right to change a user's credentials. An administrator needs the right to manage the user, and the right to reset the user's password.
 */
public final class CredentialPermission {

    private CredentialPermission() {
    }

    /**
     * The right to manage a user includes the password, unless a fine-grained permission with scope {@code reset-password} denies it. A role
     * such as {@code manage-users} grants both, whatever the permissions say ({@code UserPermissionsV2}).
     *
     * @throws ForbiddenException if the administrator lacks one of the two rights
     */
    public static void requireChange(AdminPermissionEvaluator auth, UserModel user) {
        auth.users().requireManage(user);
        auth.users().requireResetPassword(user);
    }

    /** Whether the administrator has both rights. */
    public static boolean canChange(AdminPermissionEvaluator auth, UserModel user) {
        return auth.users().canManage(user) && auth.users().canResetPassword(user);
    }
}
