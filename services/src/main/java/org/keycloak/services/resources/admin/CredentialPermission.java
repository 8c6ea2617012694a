package org.keycloak.services.resources.admin;

import org.keycloak.models.UserModel;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/**
 * Who may change what a user logs in with: an administrator who may manage the user, and reset the user's password.
 */
final class CredentialPermission {

    private CredentialPermission() {
    }

    /**
     * The right to manage a user includes the password, unless a fine-grained permission for the scope {@code reset-password} says
     * otherwise. A role goes before permissions in both, as {@code UserPermissionsV2} has it.
     */
    static void requireChange(AdminPermissionEvaluator auth, UserModel user) {
        auth.users().requireManage(user);
        auth.users().requireResetPassword(user);
    }
}
