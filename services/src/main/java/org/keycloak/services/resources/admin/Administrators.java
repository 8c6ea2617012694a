package org.keycloak.services.resources.admin;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.keycloak.Config;
import org.keycloak.models.AdminRoles;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;

/**
 * Tells who is an administrator: a user who has a role of client {@code realm-management}, whichever it is. In realm {@code master}, it is also
 * a user who has a role of a client whose id ends with {@code -realm}, as those of the realms do, or one of the realm roles {@code admin} and {@code create-realm}. The role may come
 * from another role, from a group, also one of an organization, or from a group above it. Administrators by fine-grained permissions alone are not known.
 */
final class Administrators {

    private static final Set<String> ROLES_OF_MASTER = Set.of(AdminRoles.ADMIN, AdminRoles.CREATE_REALM);

    private final KeycloakSession session;
    private final UserGroups allGroups;
    private final boolean inMaster;
    /** What is known of roles and groups, by their ids: most users have the same ones. */
    private final Map<String, Boolean> roles = new HashMap<>();
    private final Map<String, Boolean> groups = new HashMap<>();

    /**
     * @param realm whose users are asked for
     */
    Administrators(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.allGroups = new UserGroups(session, realm);
        this.inMaster = Config.getAdminRealm().equals(realm.getName());
    }

    boolean include(UserModel user) {
        // What the caller may view must not decide on who is an administrator.
        return Unfiltered.get(session, () -> user.getRoleMappingsStream().toList().stream().anyMatch(this::isAdministrative)
                || allGroups.of(user).toList().stream().anyMatch(this::isAdministrative));
    }

    private boolean isAdministrative(GroupModel group) {
        Boolean known = groups.get(group.getId());
        if (known == null) {
            GroupModel parent = group.getParent();
            known = parent != null && isAdministrative(parent) || group.getRoleMappingsStream().toList().stream().anyMatch(this::isAdministrative);
            groups.put(group.getId(), known);
        }
        return known;
    }

    private boolean isAdministrative(RoleModel role) {
        Boolean known = roles.get(role.getId());
        return known == null ? lookInto(role) : known;
    }

    /** Roles may contain each other. */
    private boolean lookInto(RoleModel role) {
        Set<String> seen = new HashSet<>(Set.of(role.getId()));
        Deque<RoleModel> next = new ArrayDeque<>(List.of(role));
        while (!next.isEmpty()) {
            RoleModel contained = next.remove();
            if (roles.getOrDefault(contained.getId(), false) || gives(contained)) {
                roles.put(role.getId(), true);
                return true;
            }
            contained.getCompositesStream().filter(it -> seen.add(it.getId())).forEach(next::add);
        }
        seen.forEach(id -> roles.put(id, false));
        return false;
    }

    /** Whether the role itself is one of an administrator. */
    private boolean gives(RoleModel role) {
        if (role.getContainer() instanceof ClientModel client) {
            return isAdministrative(client);
        }
        return inMaster && ROLES_OF_MASTER.contains(role.getName());
    }

    /** A realm's client in realm {@code master} can be renamed. Its roles work all the same. */
    private boolean isAdministrative(ClientModel client) {
        return client.getClientId().equals(Constants.REALM_MANAGEMENT_CLIENT_ID)
                || inMaster && (client.getClientId().endsWith(AdminRoles.APP_SUFFIX) || client.getRole(AdminRoles.MANAGE_REALM) != null);
    }
}
