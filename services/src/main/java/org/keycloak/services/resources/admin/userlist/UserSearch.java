package org.keycloak.services.resources.admin.userlist;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;

import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserProvider;
import org.keycloak.services.resources.admin.UserOfPath;

/**
 * The users whom Keycloak's list of users finds, without service accounts.
 *
 * @param attributes of the search, as {@link UserProvider#searchForUserStream(RealmModel, Map, Integer, Integer)} takes them; empty for all users
 * @param groups ids of groups, one of which the users must be members of; {@code null} for any group or none
 */
public record UserSearch(Map<String, String> attributes, Collection<String> groups) implements UserList {

    /** All users. */
    public static UserSearch all() {
        return new UserSearch(Map.of(), null);
    }

    /**
     * @param search what the username, the first or last name, or the e-mail address begins with; {@code *text*} for what it contains,
     *            {@code "text"} for an exact match; or {@code id:}, {@code username:} or {@code email:} with values
     */
    public static UserSearch of(String search) {
        return new UserSearch(Map.of(UserModel.SEARCH, search.trim()), null);
    }

    /**
     * @param ids of groups, one of which the users must be members of
     */
    public UserSearch among(Collection<String> ids) {
        return new UserSearch(attributes, Set.copyOf(ids));
    }

    @Override
    public Stream<UserModel> page(KeycloakSession session, UserListPermission permission, int first, int max) {
        RealmModel realm = session.getContext().getRealm();
        Optional<Stream<UserModel>> named = named(session, realm);
        if (named.isPresent()) {
            return first == 0 ? named.get() : Stream.empty();
        }
        limitToViewedGroups(session, permission);
        Map<String, String> parameters = new HashMap<>(attributes);
        parameters.put(UserModel.INCLUDE_SERVICE_ACCOUNT, Boolean.FALSE.toString());
        return session.users().searchForUserStream(realm, parameters, first, max);
    }

    @Override
    public boolean includes(UserModel user) {
        return groups == null || user.getGroupsStream().map(GroupModel::getId).anyMatch(groups::contains);
    }

    /** As Keycloak's list of users does for the first version of fine-grained permissions. */
    private void limitToViewedGroups(KeycloakSession session, UserListPermission permission) {
        Set<String> viewed = groups == null ? permission.viewedGroups() : Set.of();
        if (!viewed.isEmpty()) {
            session.setAttribute(UserModel.GROUPS, viewed);
        }
    }

    /**
     * Keycloak's own list of the prefixes is newer than the oldest version that this works with.
     *
     * @return empty if the search has none of the prefixes
     */
    private Optional<Stream<UserModel>> named(KeycloakSession session, RealmModel realm) {
        String search = attributes.getOrDefault(UserModel.SEARCH, "");
        UserProvider users = session.users();
        return Stream.<Map.Entry<String, BiFunction<RealmModel, String, UserModel>>>of(
                Map.entry("id:", (ofRealm, id) -> StorageUserIds.isMalformed(id) ? null : users.getUserById(ofRealm, id)),
                Map.entry("username:", users::getUserByUsername), Map.entry("email:", users::getUserByEmail))
                .filter(prefix -> search.startsWith(prefix.getKey())).findFirst()
                .map(prefix -> Stream.of(search.substring(prefix.getKey().length()).trim().split("\\s+")).distinct().map(term -> prefix.getValue().apply(realm, term))
                        .filter(Objects::nonNull).filter(user -> UserOfPath.hasStoredId(session, user)));
    }
}
