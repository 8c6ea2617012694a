package org.keycloak.services.resources.admin.bulk;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.keycloak.credential.InvalidFieldException;
import org.keycloak.credential.UserBatchProvider.Key;
import org.keycloak.models.AdminRoles;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelValidationException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;
import org.keycloak.storage.UserStorageProvider;
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
    private final AdminPermissionEvaluator auth;
    private final UserPages pages;

    /**
     * @param session of the request
     */
    UserSelection(KeycloakSession session, AdminPermissionEvaluator auth, Caller caller) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.auth = auth;
        this.pages = new UserPages(session, caller);
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
                throw new ModelValidationException("Unknown field users." + abbreviated(name) + ". Allowed: " + String.join(", ", KINDS) + "; subGroups with group.");
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
        GroupModel group = idOrPath.startsWith("/") ? KeycloakModelUtils.findGroupByPath(session, realm, idOrPath) : session.groups().getGroupById(realm, idOrPath);
        if (group == null) {
            throw new InvalidFieldException("users.group", "id or path of a group");
        }
        List<GroupModel> groups = new ArrayList<>();
        addWithSubGroups(group, subGroups.asBoolean(), groups);
        groups.forEach(auth.groups()::requireViewMembers);
        Set<String> ids = new LinkedHashSet<>();
        groups.stream().map(GroupModel::getId).forEach(id -> ids.addAll(pages.ids((own, ownRealm, first, max) ->
                Stream.ofNullable(own.groups().getGroupById(ownRealm, id)).flatMap(present -> own.users().getGroupMembersStream(ownRealm, present, first, max)))));
        return listed(ids);
    }

    private static void addWithSubGroups(GroupModel group, boolean subGroups, List<GroupModel> groups) {
        groups.add(group);
        if (subGroups) {
            group.getSubGroupsStream().forEach(sub -> addWithSubGroups(sub, true, groups));
        }
    }

    private Iterator<BulkEntry> role(String name) {
        auth.roles().requireView(realm);
        RoleModel role = realm.getRole(name);
        if (role == null) {
            throw new InvalidFieldException("users.role", "name of a role of the realm");
        }
        String id = role.getId();
        return listed(pages.ids((own, ownRealm, first, max) ->
                Stream.ofNullable(own.roles().getRoleById(ownRealm, id)).flatMap(present -> own.users().getRoleMembersStream(ownRealm, present, first, max))));
    }

    private Iterator<BulkEntry> search(String text) {
        if (SearchQueryUtils.UserSearchPrefix.matching(text) != null) {
            throw new InvalidFieldException("users.search", "without id:, username: or email: at its beginning; there are ids and usernames for that");
        }
        return listed(searched(Map.of(UserModel.SEARCH, text.strip())));
    }

    /**
     * Keycloak's list of users leaves out what is no attribute with a value. Without an attribute that is left, it would list everybody.
     */
    private Iterator<BulkEntry> query(String text) {
        Map<String, String> attributes = fields(text);
        if (attributes.isEmpty() || attributes.keySet().stream().anyMatch(name -> name.startsWith(OPTION)) || attributes.values().stream().anyMatch(StringUtil::isBlank)) {
            throw new InvalidFieldException("users.q", "attributes with their values, such as department:sales");
        }
        return listed(searched(attributes));
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
        boolean viewsAll = auth.hasOneAdminRole(AdminRoles.VIEW_USERS, AdminRoles.MANAGE_USERS);
        boolean ownStoreOnly = realm.getComponentsStream(realm.getId(), UserStorageProvider.class.getName()).findAny().isEmpty();
        return viewsAll && ownStoreOnly ? new AllUsers(session) : listed(searched(Map.of()));
    }

    private static String text(String kind, JsonNode value) {
        return BulkLines.value("users." + kind, value);
    }

    private Set<String> searched(Map<String, String> asked) {
        Map<String, String> attributes = new HashMap<>(asked);
        attributes.put(UserModel.INCLUDE_SERVICE_ACCOUNT, Boolean.FALSE.toString());
        return pages.ids((own, ownRealm, first, max) -> own.users().searchForUserStream(ownRealm, attributes, first, max));
    }

    private static Iterator<BulkEntry> listed(Collection<String> ids) {
        return ids.stream().map(BulkEntry::listed).iterator();
    }

    static String abbreviated(String name) {
        return name.length() <= 64 ? name : name.substring(0, 64) + "…";
    }
}
