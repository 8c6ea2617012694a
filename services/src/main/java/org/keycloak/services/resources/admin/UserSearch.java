package org.keycloak.services.resources.admin;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserProvider;

/**
 * The users that the {@code search} of Keycloak's list of users finds.
 *
 * @param search with a prefix, or a text that a name or the e-mail address contains; {@code null} for all users
 * @param groups ids of groups, one of which the users must be members of; {@code null} for any or none
 */
record UserSearch(String search, List<String> groups) implements TotpCoverageOfModel.Source {

    @Override
    public Stream<UserModel> users(KeycloakSession session, RealmModel realm, int first, int max) {
        Stream<UserModel> found = lookUp(session, realm).map(users -> first == 0 ? users : Stream.<UserModel>empty()).orElseGet(() -> {
            Map<String, String> attributes = new HashMap<>(Map.of(UserModel.INCLUDE_SERVICE_ACCOUNT, "false"));
            if (search != null) {
                attributes.put(UserModel.SEARCH, search);
            }
            return session.users().searchForUserStream(realm, attributes, first, max);
        });
        return groups == null ? found : found.filter(user -> user.getGroupsStream().map(GroupModel::getId).anyMatch(groups::contains));
    }

    /**
     * @return empty if the search has none of the prefixes
     */
    private Optional<Stream<UserModel>> lookUp(KeycloakSession session, RealmModel realm) {
        UserProvider users = session.users();
        return Stream.<Map.Entry<String, BiFunction<RealmModel, String, UserModel>>>of(
                Map.entry("id:", users::getUserById), Map.entry("username:", users::getUserByUsername), Map.entry("email:", users::getUserByEmail))
                .filter(prefix -> search != null && search.startsWith(prefix.getKey())).findFirst()
                .map(prefix -> Stream.of(search.substring(prefix.getKey().length()).trim().split("\\s+")).map(term -> prefix.getValue().apply(realm, term))
                        .filter(Objects::nonNull).filter(user -> UserOfPath.hasStoredId(session, user)));
    }
}
