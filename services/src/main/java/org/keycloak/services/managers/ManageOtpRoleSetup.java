package org.keycloak.services.managers;

import java.util.function.Consumer;

import org.keycloak.Config;
import org.keycloak.models.AdminRoleNames;
import org.keycloak.models.AdminRoles;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;

/**
 * Gives a new realm the role {@code manage-otp}: in its client {@code realm-management}, and in its client in realm {@code master}. As with
 * Keycloak's own roles, administrators of the realm and of the server have it. A realm that comes from a file may have the role already.
 */
public final class ManageOtpRoleSetup {

    private static final String DESCRIPTION = "Manage the OTPs of all users except administrators";

    private ManageOtpRoleSetup() {
    }

    /**
     * @param realm new realm, whose clients for administration are there
     * @param next what else is done with it
     */
    public static void add(KeycloakSession session, RealmModel realm, Consumer<RealmModel> next) {
        add(realm.getMasterAdminClient(), session.realms().getRealmByName(Config.getAdminRealm()).getRole(AdminRoles.ADMIN));
        if (!RealmManager.isAdministrationRealm(realm)) {
            ClientModel management = realm.getClientByClientId(Constants.REALM_MANAGEMENT_CLIENT_ID);
            add(management, management.getRole(AdminRoles.REALM_ADMIN));
        }
        next.accept(realm);
    }

    private static void add(ClientModel client, RoleModel administrator) {
        if (client.getRole(AdminRoleNames.MANAGE_OTP) == null) {
            RoleModel role = client.addRole(AdminRoleNames.MANAGE_OTP);
            role.setDescription(DESCRIPTION);
            administrator.addCompositeRole(role);
        }
    }
}
