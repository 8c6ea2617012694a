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
     * otherwise. Keycloak asks for both at its own endpoints in {@code UserPermissionsV2}: a role goes before permissions there.
     */
    static void requireChange(AdminPermissionEvaluator auth, UserModel user) {
        auth.users().requireManage(user);
        auth.users().requireResetPassword(user);
    }
}
