package org.keycloak.models;

import java.util.HashSet;
import java.util.Set;

import org.keycloak.Config;
import org.keycloak.utils.KeycloakSessionUtil;

/**
 * The names of Keycloak's administrative roles, and {@code manage-otp}. Keycloak asks {@link AdminRoles#ALL_ROLES} whether to guard a role: then
 * only those hand it out who hold it, or who have the same right themselves ({@code RolePermissions}). Keycloak knows for each of its own roles
 * which right this is. It doesn't know this for {@code manage-otp}, and an administrator doesn't hold a role that was added to an existing realm.
 * So {@code manage-otp} is none of the guarded names if an administrator of the realm or of the server asks.
 */
public final class AdminRoleNames extends HashSet<String> {

    public static final String MANAGE_OTP = "manage-otp";

    private static final long serialVersionUID = 1L;

    /**
     * @param names of the roles that are guarded already
     */
    public AdminRoleNames(Set<String> names) {
        super(names);
        add(MANAGE_OTP);
    }

    /** Whether Keycloak guards these names. Keycloak 26.7.5 lets no provider add to the names that Keycloak guards. */
    public static boolean areGuarded() {
        return AdminRoles.ALL_ROLES instanceof AdminRoleNames;
    }

    @Override
    public boolean contains(Object name) {
        return super.contains(name) && !(MANAGE_OTP.equals(name) && isAskedByAdministrator());
    }

    /** Whether the caller of the admin API has all rights in the realm that the request is for. */
    private static boolean isAskedByAdministrator() {
        KeycloakSession session = KeycloakSessionUtil.getKeycloakSession();
        RealmModel realm = session == null ? null : session.getContext().getRealm();
        UserModel caller = realm == null ? null : session.getContext().getUser();
        return caller != null && (hasRole(caller, session.realms().getRealmByName(Config.getAdminRealm()), AdminRoles.ADMIN)
                || !Config.getAdminRealm().equals(realm.getName())
                && hasRole(caller, realm.getClientByClientId(Constants.REALM_MANAGEMENT_CLIENT_ID), AdminRoles.REALM_ADMIN));
    }

    private static boolean hasRole(UserModel caller, RoleContainerModel container, String name) {
        RoleModel role = container == null ? null : container.getRole(name);
        return role != null && caller.hasRole(role);
    }
}
