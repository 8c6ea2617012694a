package org.keycloak.services.resources.admin.userlist;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.ws.rs.ForbiddenException;

import org.keycloak.credential.InvalidFieldException;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.services.resources.admin.Unfiltered;

/**
 * The members of a group.
 *
 * @param groupId as it is stored
 */
public record GroupMembers(String groupId) implements UserList {

    /**
     * Finds a group, and the groups below it whose members the caller may list.
     *
     * @param field that has the group, for messages
     * @param group id or path of a group, as the client sent it
     * @param subGroups whether the groups below it are meant, too
     * @return the group first
     * @throws ForbiddenException if the caller may not list the members of the group
     * @throws InvalidFieldException if there is no such group
     */
    public static List<GroupMembers> of(KeycloakSession session, UserListPermission permission, String field, String group, boolean subGroups) {
        // Whoever may view the members of a group need not be one who may view the group.
        List<GroupModel> found = Unfiltered.get(session, () -> find(session, group).map(it -> subGroups ? withDescendants(it) : Stream.of(it)).orElse(Stream.empty()).toList());
        if (found.isEmpty()) {
            if (!permission.canListGroups()) {
                throw new ForbiddenException(); // as for a group that is there
            }
            throw new InvalidFieldException(field, "id or path of a group of the realm");
        }
        if (!permission.canViewMembers(found.get(0))) {
            throw new ForbiddenException();
        }
        return found.stream().filter(permission::canViewMembers).map(it -> new GroupMembers(it.getId())).toList();
    }

    @Override
    public Stream<UserModel> page(KeycloakSession session, UserListPermission permission, int first, int max) {
        RealmModel realm = session.getContext().getRealm();
        GroupModel group = realm.getGroupById(groupId);
        return group == null ? Stream.empty() : session.users().getGroupMembersStream(realm, group, first, max);
    }

    private static Optional<GroupModel> find(KeycloakSession session, String group) {
        RealmModel realm = session.getContext().getRealm();
        GroupModel byId = StorageUserIds.isMalformed(group) ? null : realm.getGroupById(group);
        GroupModel found = byId == null ? KeycloakModelUtils.findGroupByPath(session, realm, group) : byId;
        if (found == null || found.getType() == GroupModel.Type.ORGANIZATION) { // Keycloak lists the members of an organization elsewhere
            return Optional.empty();
        }
        // Some databases compare ids loosely: the group that they find has the id as the client spelled it.
        GroupModel stored = byId == null ? found : session.groups().getGroupByName(realm, found.getParent(), found.getName());
        return stored != null && stored.getId().equals(found.getId()) ? Optional.of(found) : Optional.empty();
    }

    private static Stream<GroupModel> withDescendants(GroupModel group) {
        return Stream.concat(Stream.of(group), group.getSubGroupsStream().flatMap(GroupMembers::withDescendants));
    }
}
