package org.keycloak.services.resources.admin.bulk;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.keycloak.common.Profile;
import org.keycloak.models.AdminRoles;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/**
 * Reads a list of users page by page, each page in a session of its own: a session keeps whomever it has read in memory.
 */
final class UserPages {

    private static final int SIZE = 1000;

    private final KeycloakSession session;
    private final Caller caller;

    /**
     * @param session of the request
     */
    UserPages(KeycloakSession session, Caller caller) {
        this.session = session;
        this.caller = caller;
    }

    /** One of Keycloak's own lists. */
    @FunctionalInterface
    interface UserList {

        Stream<UserModel> page(KeycloakSession session, RealmModel realm, int first, int max);
    }

    /**
     * @return ids of the users on the list whom the caller may view, in its order
     */
    Set<String> ids(UserList list) {
        Set<String> ids = new LinkedHashSet<>();
        boolean more = true;
        for (int first = 0; more; first += SIZE) {
            more = addPage(ids, list, first) == SIZE;
        }
        return ids;
    }

    private int addPage(Set<String> ids, UserList list, int first) {
        return KeycloakModelUtils.runJobInTransactionWithResult(session.getKeycloakSessionFactory(), session.getContext(), own -> {
            own.getContext().setBearerToken(session.getContext().getBearerToken()); // Keycloak filters its lists by it
            AdminPermissionEvaluator rights = caller.rights(own);
            filterByGroup(own, rights);
            boolean viewsAll = rights.hasOneAdminRole(AdminRoles.VIEW_USERS, AdminRoles.MANAGE_USERS);
            List<UserModel> page = list.page(own, own.getContext().getRealm(), first, SIZE).toList();
            page.stream().filter(user -> viewsAll || rights.users().canView(user)).map(UserModel::getId).forEach(ids::add);
            return page.size();
        }, "List of users");
    }

    /** As UsersResource does it for the first version of fine-grained permissions. */
    private static void filterByGroup(KeycloakSession own, AdminPermissionEvaluator rights) {
        if (Profile.isFeatureEnabled(Profile.Feature.ADMIN_FINE_GRAINED_AUTHZ)) {
            Set<String> groups = rights.groups().getGroupIdsWithViewPermission();
            if (!groups.isEmpty()) {
                own.setAttribute(UserModel.GROUPS, groups);
            }
        }
    }
}
