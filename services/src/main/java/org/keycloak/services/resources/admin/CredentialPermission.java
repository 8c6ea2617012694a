package org.keycloak.services.resources.admin;

import jakarta.ws.rs.ForbiddenException;

import org.keycloak.models.AdminRoles;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/**
 * What a caller may do with the credentials of a realm's users. Whoever may manage a user by a role such as {@code manage-users} or by
 * fine-grained permissions may change the user's credentials. So may whoever has the role {@code manage-otp}, except for the credentials of
 * administrators, and except for the caller's own. This role also lets its holder view all users.
 */
public final class CredentialPermission {

    private final AdminPermissionEvaluator auth;
    private final boolean withRole;
    private final RealmModel realm;
    private final Administrators administrators;
    private final boolean managesAll;
    private final boolean managesOtps;

    /**
     * @param session whose realm is administrated
     * @param auth the caller's rights in this session
     */
    public CredentialPermission(KeycloakSession session, AdminPermissionEvaluator auth) {
        this(session, auth, true);
    }

    /**
     * @param withRole whether the role {@code manage-otp} counts
     */
    public CredentialPermission(KeycloakSession session, AdminPermissionEvaluator auth, boolean withRole) {
        this.auth = auth;
        this.withRole = withRole;
        this.realm = session.getContext().getRealm();
        this.administrators = new Administrators(session, realm);
        this.managesAll = auth.hasOneAdminRole(AdminRoles.MANAGE_USERS);
        this.managesOtps = withRole && ManageOtpRole.isOf(auth, realm);
    }

    /**
     * What the caller is permitted now.
     *
     * @param own another session, in the same realm
     * @throws ForbiddenException if the caller's account was disabled or removed
     */
    public CredentialPermission now(KeycloakSession own) {
        return new CredentialPermission(own, CurrentPermissions.of(auth, own), withRole);
    }

    /** Whether the caller may change the credentials of all users, and the caller's own. */
    public boolean managesAll() {
        return managesAll;
    }

    /** Whether the caller has the role {@code manage-otp}, and it counts. */
    public boolean managesOtps() {
        return managesOtps;
    }

    /**
     * @throws ForbiddenException if the caller may not view the user
     */
    public void requireView(UserModel user) {
        require(canView(user));
    }

    public boolean canView(UserModel user) {
        return managesAll || managesOtps || auth.users().canView(user);
    }

    /**
     * @throws ForbiddenException if the caller may not have a code of the user's judged
     */
    public void requireVerification(UserModel user) {
        require(managesAll || managesOtpsOf(user) || auth.users().canManage(user));
    }

    /**
     * @throws ForbiddenException if the caller may not change the user's credentials
     */
    public void requireChange(UserModel user) {
        require(canChange(user));
    }

    /**
     * The right to manage a user includes the password, unless a fine-grained permission with scope {@code reset-password} denies it. A role
     * such as {@code manage-users} grants both, whatever the permissions say ({@code UserPermissionsV2}).
     */
    public boolean canChange(UserModel user) {
        return managesAll || managesOtpsOf(user) || auth.users().canManage(user) && auth.users().canResetPassword(user);
    }

    private boolean managesOtpsOf(UserModel user) {
        return managesOtps && !isCaller(user) && !administrators.include(user);
    }

    private boolean isCaller(UserModel user) {
        AdminAuth caller = auth.adminAuth();
        return caller.getUser().getId().equals(user.getId()) && caller.getRealm().getId().equals(realm.getId());
    }

    private static void require(boolean permitted) {
        if (!permitted) {
            throw new ForbiddenException();
        }
    }
}
