package org.keycloak.services.resources.admin.bulk;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.keycloak.credential.InvalidFieldException;
import org.keycloak.credential.UserBatchProvider.Key;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelValidationException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.credential.CredentialFields;
import org.keycloak.services.resources.admin.userlist.Caller;
import org.keycloak.services.resources.admin.userlist.GroupMembers;
import org.keycloak.services.resources.admin.userlist.OwnUsers;
import org.keycloak.services.resources.admin.userlist.UserList;
import org.keycloak.services.resources.admin.userlist.UserPages;
import org.keycloak.services.resources.admin.userlist.UserSearch;
import org.keycloak.utils.SearchQueryUtils;
import org.keycloak.utils.StringUtil;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The users whom a request in JSON selects. Users whom it names are looked up when it is their turn. Users of a group, of a role or of a
 * search are those whom Keycloak's own endpoints list for the caller.
 */
final class UserSelection {

    private static final List<String> KINDS = List.of("ids", "usernames", "group", "role", "search", "q", "all");
    private static final String SUB_GROUPS = "subGroups";
    /** What names of options of a search begin with. They are no attributes. */
    private static final String OPTION = "keycloak.session.";

    private final KeycloakSession session;
    private final RealmModel realm;
    private final Caller caller;

    /**
     * @param session of the request
     */
    UserSelection(KeycloakSession session, Caller caller) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.caller = caller;
    }

    /**
     * @param users the field {@code users} of the request
     * @throws ModelValidationException if it selects nobody in a way that is allowed; the message names the field
     * @throws jakarta.ws.rs.ForbiddenException if the caller must not see the list that is asked for
     */
    Iterator<BulkEntry> read(JsonNode users) {
        List<String> kinds = KINDS.stream().filter(users::hasNonNull).toList();
        if (!users.isObject() || kinds.size() != 1) {
            throw new InvalidFieldException("users", "an object with one of " + String.join(", ", KINDS));
        }
        String kind = kinds.get(0);
        users.fieldNames().forEachRemaining(name -> {
            if (!name.equals(kind) && !KINDS.contains(name) && !(name.equals(SUB_GROUPS) && kind.equals("group"))) {
                throw new ModelValidationException("Unknown field users." + CredentialFields.abbreviated(name) + ". Allowed: " + String.join(", ", KINDS) + "; subGroups with group.");
            }
        });
        JsonNode value = users.get(kind);
        return switch (kind) {
            case "ids" -> named(Key.ID, kind, value);
            case "usernames" -> named(Key.USERNAME, kind, value);
            case "group" -> group(text(kind, value), users.path(SUB_GROUPS));
            case "role" -> role(text(kind, value));
            case "search" -> search(text(kind, value));
            case "q" -> query(text(kind, value));
            default -> all(value);
        };
    }

    private static Iterator<BulkEntry> named(Key key, String kind, JsonNode values) {
        if (!values.isArray() || values.isEmpty()) {
            throw new InvalidFieldException("users." + kind, "an array of at least one text");
        }
        return StreamSupport.stream(values.spliterator(), false).map(value -> BulkEntry.named(key, BulkLines.value("users." + kind, value))).toList()
                .iterator(); // not one by one: all names are checked before anything is done
    }

    private Iterator<BulkEntry> group(String idOrPath, JsonNode subGroups) {
        if (!subGroups.isMissingNode() && !subGroups.isNull() && !subGroups.isBoolean()) {
            throw new InvalidFieldException("users." + SUB_GROUPS, "true, false");
        }
        return listed(ids(GroupMembers.of(session, caller.permission(), "users.group", idOrPath, subGroups.asBoolean())));
    }

    private Iterator<BulkEntry> role(String name) {
        caller.permission().requireViewMembersOfRoles();
        RoleModel role = realm.getRole(name);
        if (role == null) {
            throw new InvalidFieldException("users.role", "name of a role of the realm");
        }
        String id = role.getId();
        return listed(OwnUsers.areAllOf(realm) ? OwnUsers.idsWithRole(caller, id) : membersOfStorages(id));
    }

    /**
     * Keycloak's list of a role's members loads all members for each page, so it is read at once. All of them are in memory meanwhile.
     */
    private Stream<String> membersOfStorages(String roleId) {
        return caller.run("Members of a role", (own, permission) -> {
            RealmModel ownRealm = own.getContext().getRealm();
            RoleModel role = own.roles().getRoleById(ownRealm, roleId);
            List<UserModel> members = role == null ? List.of() : permission.list(() -> own.users().getRoleMembersStream(ownRealm, role).toList());
            return members.stream().filter(permission::canView).map(user -> user.getId()).distinct().toList();
        }).stream();
    }

    private Iterator<BulkEntry> search(String text) {
        return listed(ids(List.of(UserSearch.of(text))));
    }

    /**
     * Keycloak's list of users leaves out what is no attribute with a value. Without an attribute that is left, it would list everybody.
     */
    private Iterator<BulkEntry> query(String text) {
        Map<String, String> attributes = fields(text);
        if (attributes.isEmpty() || attributes.keySet().stream().anyMatch(name -> name.startsWith(OPTION)) || attributes.values().stream().anyMatch(StringUtil::isBlank)) {
            throw new InvalidFieldException("users.q", "attributes with their values, such as department:sales");
        }
        caller.permission().requireQueryByAttributes();
        return listed(ids(caller.withoutManageOtp(), List.of(new UserSearch(attributes, null)))); // the role shows nobody's attributes
    }

    private static Map<String, String> fields(String query) {
        try {
            return SearchQueryUtils.getFields(query);
        } catch (IndexOutOfBoundsException e) { // a backslash at the end
            return Map.of();
        }
    }

    private Iterator<BulkEntry> all(JsonNode value) {
        if (!value.isBoolean() || !value.booleanValue()) {
            throw new InvalidFieldException("users.all", "true");
        }
        return listed(caller.permission().viewsAll() && OwnUsers.areAllOf(realm) ? OwnUsers.ids(caller) : ids(List.of(UserSearch.all())));
    }

    private static String text(String kind, JsonNode value) {
        return BulkLines.value("users." + kind, value);
    }

    /** All pages are read before anything is done: a change must not move users from one page to another. */
    private Stream<String> ids(List<? extends UserList> lists) {
        return ids(caller, lists);
    }

    private static Stream<String> ids(Caller caller, List<? extends UserList> lists) {
        UserPages pages = new UserPages(caller, UserPages.MAX_SIZE);
        return lists.stream().flatMap(list -> pages.read(list, (own, users) -> users.stream().map(user -> user.getId()).toList())).distinct().toList().stream();
    }

    /** The right to view each user is asked for when it is the user's turn. */
    private static Iterator<BulkEntry> listed(Stream<String> ids) {
        return ids.map(BulkEntry::listed).iterator();
    }
}
