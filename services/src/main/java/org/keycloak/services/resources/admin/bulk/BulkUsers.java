package org.keycloak.services.resources.admin.bulk;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.keycloak.credential.UserBatchProvider;
import org.keycloak.credential.UserBatchProvider.Key;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.services.resources.admin.userlist.Caller;
import org.keycloak.services.resources.admin.userlist.StorageUserIds;
import org.keycloak.services.resources.admin.userlist.UserListPermission;

/**
 * Finds the users whom a client named. A database may compare names and ids loosely: only a user whose stored name or id is the one that was
 * asked for is found.
 */
final class BulkUsers {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final UserListPermission permission;
    private final Map<Key, Map<String, List<String>>> stored = new EnumMap<>(Key.class);

    /**
     * @param entries the entries of a batch
     */
    BulkUsers(KeycloakSession session, Caller caller, List<BulkEntry> entries) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.permission = caller.permission().now(session);
        UserBatchProvider batch = session.getProvider(UserBatchProvider.class);
        for (Key key : Key.values()) {
            stored.put(key, batch.find(realm, key, entries.stream().filter(entry -> entry.key() == key).map(BulkUsers::asStored).distinct().toList()));
        }
    }

    /**
     * @return ids of the users whom the entry names and the caller may view; more than one only if users share an e-mail address
     */
    List<String> find(BulkEntry entry) {
        List<String> ids = stored.get(entry.key()).get(asStored(entry));
        if (ids != null) {
            return ids.size() == 1 ? ids : ids.stream().filter(id -> isVisible(session.users().getUserById(realm, id))).toList();
        }
        return ofStorage(entry).filter(Objects::nonNull).filter(isNamed(entry)).map(user -> user.getId()).toList();
    }

    /**
     * A user storage may have users whom Keycloak doesn't have yet. Keycloak isn't asked for an id of its own users: if it finds a user by
     * another spelling of the stored id, the user has that spelling for an id.
     */
    private Stream<UserModel> ofStorage(BulkEntry entry) {
        return switch (entry.key()) {
            case ID -> Stream.of(entry.value()).filter(StorageUserIds::isOne).map(id -> session.users().getUserById(realm, id));
            case USERNAME -> Stream.ofNullable(session.users().getUserByUsername(realm, asStored(entry)));
            case EMAIL -> Stream.ofNullable(session.users().getUserByEmail(realm, asStored(entry)));
        };
    }

    private static Predicate<UserModel> isNamed(BulkEntry entry) {
        String value = asStored(entry);
        return switch (entry.key()) {
            case ID -> user -> value.equals(user.getId());
            case USERNAME -> user -> value.equals(KeycloakModelUtils.toLowerCaseSafe(user.getUsername()));
            case EMAIL -> user -> value.equals(KeycloakModelUtils.toLowerCaseSafe(user.getEmail()));
        };
    }

    private boolean isVisible(UserModel user) {
        return user != null && permission.canView(user);
    }

    /** Keycloak stores names and addresses in lower case. */
    private static String asStored(BulkEntry entry) {
        return entry.key() == Key.ID ? entry.value() : KeycloakModelUtils.toLowerCaseSafe(entry.value());
    }
}
