package org.keycloak.services.resources.admin;

import java.util.Optional;
import java.util.Set;

import org.keycloak.Config;
import org.keycloak.models.AdminRoleNames;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.GroupModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.models.credential.RecoveryAuthnCodesCredentialModel;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/**
 * The right to look after the OTPs of a realm's users, and nothing else. It is a client role of {@code realm-management}. Administrators in
 * realm {@code master} have a role of the same name of the realm's own client there.
 */
public final class ManageOtpRole {

    public static final String NAME = AdminRoleNames.MANAGE_OTP;
    /** The role is for OTPs, and for recovery codes, which stand in for a lost OTP. A type that another jar brings may be no second factor. */
    private static final Set<String> TYPES = Set.of(OTPCredentialModel.TYPE, RecoveryAuthnCodesCredentialModel.TYPE);

    private ManageOtpRole() {
    }

    /** Whether the role counts for credentials of the type. */
    public static boolean isFor(String type) {
        return TYPES.contains(type);
    }

    /**
     * Whether the caller has the role. The token must have it, as for Keycloak's own roles. The account must have it as well: whoever manages
     * any client can have a mapper put a role into tokens. Where Keycloak doesn't guard the role, whoever manages clients or the realm can put it
     * into other roles, so it only counts if it was given to the account or to a group.
     *
     * @param realm that is administrated
     */
    static boolean isOf(AdminPermissionEvaluator auth, RealmModel realm) {
        AdminAuth caller = auth.adminAuth();
        return auth.hasOneAdminRole(NAME) && find(caller.getRealm(), realm).filter(role -> has(caller.getUser(), role)).isPresent();
    }

    private static boolean has(UserModel user, RoleModel role) {
        return AdminRoleNames.areGuarded() ? user.hasRole(role)
                : user.hasDirectRole(role) || user.getGroupsStream().toList().stream().anyMatch(group -> has(group, role));
    }

    private static boolean has(GroupModel group, RoleModel role) {
        return group.hasDirectRole(role) || group.getParent() != null && has(group.getParent(), role);
    }

    private static Optional<RoleModel> find(RealmModel ofCaller, RealmModel realm) {
        ClientModel client = Config.getAdminRealm().equals(ofCaller.getName()) ? realm.getMasterAdminClient()
                : realm.getClientByClientId(Constants.REALM_MANAGEMENT_CLIENT_ID);
        return Optional.ofNullable(client).map(it -> it.getRole(NAME));
    }
}
