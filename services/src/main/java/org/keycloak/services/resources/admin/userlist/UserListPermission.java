package org.keycloak.services.resources.admin.userlist;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

import jakarta.ws.rs.ForbiddenException;

import org.keycloak.common.Profile;
import org.keycloak.models.AdminRoles;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.services.resources.admin.CredentialPermission;
import org.keycloak.services.resources.admin.CurrentPermissions;
import org.keycloak.services.resources.admin.Unfiltered;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/**
 * Which of a realm's users a caller may list, and by what. Keycloak's rules for its lists of users hold. In addition, whoever has the role
 * {@code manage-otp} may list all users, except by their attributes and roles.
 */
public final class UserListPermission {

    private final KeycloakSession session;
    private final AdminPermissionEvaluator auth;
    private final boolean withRole;
    private final CredentialPermission credentials;
    private final boolean viewsAll;

    /**
     * @param session whose realm is administrated
     * @param auth the caller's rights in this session
     * @param withRole whether the role {@code manage-otp} counts
     */
    UserListPermission(KeycloakSession session, AdminPermissionEvaluator auth, boolean withRole) {
        this.session = session;
        this.auth = auth;
        this.withRole = withRole;
        this.credentials = new CredentialPermission(session, auth, withRole);
        this.viewsAll = credentials.managesOtps() || auth.hasOneAdminRole(AdminRoles.VIEW_USERS, AdminRoles.MANAGE_USERS);
    }

    /**
     * What the caller is permitted now.
     *
     * @param own another session, in the same realm
     * @throws ForbiddenException if the caller's account was disabled or removed, or if the caller may not view all users any more: the rest of
     *             a list would be left out without a word
     */
    public UserListPermission now(KeycloakSession own) {
        UserListPermission now = new UserListPermission(own, CurrentPermissions.of(auth, own), withRole);
        if (viewsAll && !now.viewsAll) {
            throw new ForbiddenException();
        }
        return now;
    }

    /** What the caller may do with the credentials of the users. */
    public CredentialPermission credentials() {
        return credentials;
    }

    /**
     * @throws ForbiddenException if the caller may not ask for users
     */
    public void requireQuery() {
        if (!credentials.managesOtps()) {
            auth.users().requireQuery();
        }
    }

    /**
     * @throws ForbiddenException if the caller may not ask for users by their attributes
     */
    public void requireQueryByAttributes() {
        auth.users().requireQuery();
    }

    /**
     * @throws ForbiddenException if the caller may not view who has a role of the realm
     */
    public void requireViewMembersOfRoles() {
        auth.roles().requireView(session.getContext().getRealm());
    }

    /**
     * Whether the caller may view all users. A permission for all users isn't enough, because another permission may deny one of them.
     */
    public boolean viewsAll() {
        return viewsAll;
    }

    /**
     * Reads one of Keycloak's lists of users. Keycloak leaves out whom the caller may not view, as far as it knows.
     *
     * @param list must have read all that it needs when it returns
     */
    public <V> List<V> list(Supplier<List<V>> list) {
        return viewsAll() ? Unfiltered.get(session, list) : list.get();
    }

    /** Whether the caller may view the user. */
    public boolean canView(UserModel user) {
        return credentials.canView(user);
    }

    /** Whether the caller may view the attributes of the user, beyond names and e-mail address. */
    public boolean canViewAttributes(UserModel user) {
        return auth.users().canView(user);
    }

    /** Whether the caller may know of groups at all. */
    boolean canListGroups() {
        return credentials.managesOtps() || auth.groups().canList();
    }

    /** Whether the caller may view the members of the group. */
    boolean canViewMembers(GroupModel group) {
        return credentials.managesOtps() || auth.groups().canViewMembers(group);
    }

    /**
     * The groups that Keycloak's list of users is limited to by the first version of fine-grained permissions.
     *
     * @return ids; empty for no limit
     */
    Set<String> viewedGroups() {
        return Profile.isFeatureEnabled(Profile.Feature.ADMIN_FINE_GRAINED_AUTHZ) && !credentials.managesOtps() ? auth.groups().getGroupIdsWithViewPermission() : Set.of();
    }
}
