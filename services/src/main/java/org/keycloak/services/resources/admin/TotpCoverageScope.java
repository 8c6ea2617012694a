package org.keycloak.services.resources.admin;

import java.util.List;
import java.util.stream.Stream;

import jakarta.ws.rs.ForbiddenException;

import org.keycloak.credential.InvalidFieldException;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/**
 * Which users a request asks for.
 *
 * @param groups ids of the groups whose members are asked for; {@code null} for users of any group or none
 * @param search as in Keycloak's list of users; {@code null} for all users
 */
record TotpCoverageScope(List<String> groups, String search) {

    /**
     * @param group id or path of a group; {@code null} for users of any group or none
     * @param subGroups {@code "true"} for the members of the groups below it, too
     * @throws ForbiddenException if the caller may not list the members of the group
     * @throws InvalidFieldException if a value is not allowed
     */
    static TotpCoverageScope read(KeycloakSession session, AdminPermissionEvaluator auth, String group, String subGroups, String search) {
        boolean below = isTrue(subGroups);
        requireText("search", search);
        requireText("group", group);
        return new TotpCoverageScope(group == null ? null : groups(session, auth, group, below), search == null || search.isBlank() ? null : search.trim());
    }

    boolean isAll() {
        return groups == null && search == null;
    }

    private static boolean isTrue(String subGroups) {
        if (subGroups != null && !subGroups.equals("true") && !subGroups.equals("false")) {
            throw new InvalidFieldException("subGroups", "true or false");
        }
        return "true".equals(subGroups);
    }

    /** PostgreSQL refuses a statement that has a null character in a text. */
    private static void requireText(String parameter, String value) {
        if (value != null && value.indexOf('\0') >= 0) {
            throw new InvalidFieldException(parameter, "a text without null characters");
        }
    }

    private static List<String> groups(KeycloakSession session, AdminPermissionEvaluator auth, String group, boolean below) {
        GroupModel found = find(session, group);
        if (found == null) {
            if (!auth.groups().canList()) {
                throw new ForbiddenException(); // as for a group that is there
            }
            throw new InvalidFieldException("group", "id or path of a group of the realm");
        }
        auth.groups().requireViewMembers(found);
        return Stream.concat(Stream.of(found), below ? descendants(found).filter(auth.groups()::canViewMembers) : Stream.empty()).map(GroupModel::getId).toList();
    }

    private static GroupModel find(KeycloakSession session, String group) {
        RealmModel realm = session.getContext().getRealm();
        GroupModel byId = realm.getGroupById(group);
        GroupModel found = byId == null ? KeycloakModelUtils.findGroupByPath(session, realm, group) : byId;
        if (found == null || found.getType() == GroupModel.Type.ORGANIZATION) { // Keycloak lists the members of an organization elsewhere
            return null;
        }
        // Some databases compare ids loosely: the group that they find has the id as the client spelled it.
        GroupModel stored = byId == null ? found : session.groups().getGroupByName(realm, found.getParent(), found.getName());
        return stored != null && stored.getId().equals(found.getId()) ? found : null;
    }

    private static Stream<GroupModel> descendants(GroupModel group) {
        return group.getSubGroupsStream().flatMap(child -> Stream.concat(Stream.of(child), descendants(child)));
    }
}
