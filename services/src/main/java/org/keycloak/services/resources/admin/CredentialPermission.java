package org.keycloak.services.resources.admin;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

import jakarta.ws.rs.ForbiddenException;

import org.keycloak.common.Profile;
import org.keycloak.models.AdminRoles;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.light.LightweightUserAdapter;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;
import org.keycloak.services.resources.admin.fgap.AdminPermissions;

/**
 * What a caller may do with the credentials of a realm's users. Whoever may manage a user by a role such as {@code manage-users} or by
 * fine-grained permissions may change the user's credentials. So may whoever has the role {@code manage-otp}, except for the credentials of
 * administrators, and except for the caller's own. This role also lets its holder view all users.
 */
public final class CredentialPermission {

    private final KeycloakSession session;
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
        this.session = session;
        this.auth = auth;
        this.withRole = withRole;
        this.realm = session.getContext().getRealm();
        this.administrators = new Administrators(session, realm);
        this.managesAll = auth.hasOneAdminRole(AdminRoles.MANAGE_USERS);
        this.managesOtps = withRole && ManageOtpRole.isOf(auth, realm);
    }

    /**
     * What the caller is permitted now. The body of a request may arrive long after the request was let in, and the work for many users takes
     * minutes. Meanwhile roles change.
     *
     * @param own another session, in the same realm
     * @throws ForbiddenException if the caller's account was disabled or removed
     */
    public CredentialPermission now(KeycloakSession own) {
        AdminAuth caller = auth.adminAuth();
        RealmModel ofCaller = own.realms().getRealm(caller.getRealm().getId());
        require(ofCaller != null);
        AdminAuth now = new AdminAuth(ofCaller, caller.getToken(), user(caller.getUser(), own, ofCaller), own.clients().getClientById(ofCaller, caller.getClient().getId()));
        return new CredentialPermission(own, AdminPermissions.evaluator(own, own.getContext().getRealm(), now), withRole);
    }

    private static UserModel user(UserModel caller, KeycloakSession own, RealmModel ofCaller) {
        UserModel now = LightweightUserAdapter.isLightweightUser(caller) ? caller : own.users().getUserById(ofCaller, caller.getId());
        require(now != null && now.isEnabled());
        return now;
    }

    /**
     * @throws ForbiddenException if the caller may not ask for users
     */
    public void requireQuery() {
        require(managesOtps || auth.users().canQuery());
    }

    /**
     * @throws ForbiddenException if the caller may not ask for users by their attributes
     */
    public void requireQueryByAttributes() {
        auth.users().requireQuery();
    }

    /**
     * Whether the caller may view all users. A permission for all users isn't enough, because another permission may deny one of them.
     */
    public boolean viewsAll() {
        return managesOtps || auth.hasOneAdminRole(AdminRoles.VIEW_USERS, AdminRoles.MANAGE_USERS);
    }

    /**
     * Reads one of Keycloak's lists of users. Keycloak leaves out whom the caller may not view, as far as it knows.
     *
     * @param list must have read all that it needs when it returns
     */
    public <V> List<V> list(Supplier<List<V>> list) {
        return viewsAll() ? Unfiltered.get(session, list) : list.get();
    }

    /** Whether the caller may change the credentials of all users, and the caller's own. */
    public boolean managesAll() {
        return managesAll;
    }

    /** Whether the caller may know of groups at all. */
    public boolean canListGroups() {
        return managesOtps || auth.groups().canList();
    }

    /** Whether the caller may view the members of the group. */
    public boolean canViewMembers(GroupModel group) {
        return managesOtps || auth.groups().canViewMembers(group);
    }

    /**
     * @throws ForbiddenException if the caller may not view who has a role of the realm
     */
    public void requireViewMembersOfRoles() {
        auth.roles().requireView(realm);
    }

    /**
     * The groups that Keycloak's list of users is limited to by the first version of fine-grained permissions.
     *
     * @return ids; empty for no limit
     */
    public Set<String> viewedGroups() {
        return Profile.isFeatureEnabled(Profile.Feature.ADMIN_FINE_GRAINED_AUTHZ) && !managesOtps ? auth.groups().getGroupIdsWithViewPermission() : Set.of();
    }

    /** Whether the caller may view the attributes of the user, beyond names and e-mail address. */
    public boolean canViewAttributes(UserModel user) {
        return auth.users().canView(user);
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
        require(managesOtpsOf(user) || auth.users().canManage(user));
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
