package org.keycloak.services.resources.admin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

import jakarta.ws.rs.ForbiddenException;

import org.keycloak.authorization.fgap.AdminPermissionsSchema;
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
        return new TotpCoverageScope(group == null || group.isEmpty() ? null : groups(session, auth, group, below), search == null || search.isBlank() ? null : search.trim());
    }

    boolean isAll() {
        return groups == null && search == null;
    }

    private static boolean isTrue(String subGroups) {
        if (subGroups != null && !subGroups.isEmpty() && !subGroups.equals("true") && !subGroups.equals("false")) {
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
        List<GroupModel> found = withoutFilter(session, () -> find(session, group).map(it -> below ? withDescendants(it) : Stream.of(it)).orElse(Stream.empty()));
        if (found.isEmpty()) {
            if (!auth.groups().canList()) {
                throw new ForbiddenException(); // as for a group that is there
            }
            throw new InvalidFieldException("group", "id or path of a group of the realm");
        }
        auth.groups().requireViewMembers(found.get(0));
        return found.stream().filter(auth.groups()::canViewMembers).map(GroupModel::getId).toList();
    }

    /** Keycloak leaves groups out that the caller may not view. Whoever may view the members of a group need not be one who may view the group. */
    private static List<GroupModel> withoutFilter(KeycloakSession session, Supplier<Stream<GroupModel>> groups) {
        List<GroupModel> found = new ArrayList<>();
        Runnable look = () -> groups.get().forEach(found::add); // Keycloak 26.4 takes no supplier
        AdminPermissionsSchema.runWithoutAuthorization(session, look);
        return found;
    }

    private static Optional<GroupModel> find(KeycloakSession session, String group) {
        RealmModel realm = session.getContext().getRealm();
        GroupModel byId = realm.getGroupById(group);
        GroupModel found = byId == null ? KeycloakModelUtils.findGroupByPath(session, realm, group) : byId;
        if (found == null || found.getType() == GroupModel.Type.ORGANIZATION) { // Keycloak lists the members of an organization elsewhere
            return Optional.empty();
        }
        // Some databases compare ids loosely: the group that they find has the id as the client spelled it.
        GroupModel stored = byId == null ? found : session.groups().getGroupByName(realm, found.getParent(), found.getName());
        return stored != null && stored.getId().equals(found.getId()) ? Optional.of(found) : Optional.empty();
    }

    private static Stream<GroupModel> withDescendants(GroupModel group) {
        return Stream.concat(Stream.of(group), group.getSubGroupsStream().flatMap(TotpCoverageScope::withDescendants));
    }
}
