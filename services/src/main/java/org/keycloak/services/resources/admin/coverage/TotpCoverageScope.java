package org.keycloak.services.resources.admin.coverage;

import java.util.List;

import jakarta.ws.rs.ForbiddenException;

import org.keycloak.credential.InvalidFieldException;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.resources.admin.userlist.GroupMembers;
import org.keycloak.services.resources.admin.userlist.UserList;
import org.keycloak.services.resources.admin.userlist.UserListPermission;
import org.keycloak.services.resources.admin.userlist.UserSearch;

/**
 * Which users a request asks for.
 *
 * @param groups whose members are asked for; {@code null} for users of any group or none
 * @param search as in Keycloak's list of users; {@code null} for all users
 */
public record TotpCoverageScope(List<GroupMembers> groups, String search) {

    private static final int MAX_LENGTH = 255;

    /**
     * @param group id or path of a group; {@code null} for users of any group or none
     * @param subGroups {@code "true"} for the members of the groups below it, too
     * @throws ForbiddenException if the caller may not list the members of the group
     * @throws InvalidFieldException if a value is not allowed
     */
    public static TotpCoverageScope read(KeycloakSession session, UserListPermission permission, String group, String subGroups, String search) {
        boolean below = isTrue(subGroups);
        requireShort("search", search); // Keycloak fails at one of very many words
        requireShort("group", group); // Keycloak asks the database for each part of a path
        return new TotpCoverageScope(group == null || group.isEmpty() ? null : GroupMembers.of(session, permission, "group", group, below), search == null || search.isBlank() ? null : search.trim());
    }

    boolean isAll() {
        return groups == null && search == null;
    }

    /** Keycloak's lists, which together have the users. */
    List<? extends UserList> lists() {
        if (search == null) {
            return groups == null ? List.of(UserSearch.all()) : groups;
        }
        UserSearch found = UserSearch.of(search);
        return List.of(groups == null ? found : found.among(groups.stream().map(GroupMembers::groupId).toList()));
    }

    /** PostgreSQL refuses a statement that has a null character in a text. */
    private static void requireShort(String field, String value) {
        if (value != null && (value.length() > MAX_LENGTH || value.indexOf('\0') >= 0)) {
            throw new InvalidFieldException(field, "at most " + MAX_LENGTH + " characters, none of them a null character");
        }
    }

    private static boolean isTrue(String subGroups) {
        if (subGroups != null && !subGroups.isEmpty() && !subGroups.equals("true") && !subGroups.equals("false")) {
            throw new InvalidFieldException("subGroups", "true or false");
        }
        return "true".equals(subGroups);
    }
}
