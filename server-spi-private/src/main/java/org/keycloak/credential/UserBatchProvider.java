package org.keycloak.credential;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.provider.Provider;

/**
 * Finds and loads many users with few statements, so that many can be given a credential in one transaction. It knows the users of Keycloak's
 * own store. {@link org.keycloak.models.UserProvider} knows those of all storages, and loads one at a time.
 */
public interface UserBatchProvider extends Provider {

    /** How many users a call may be about: each database allows as many values in a list. */
    int MAX_SIZE = 500;

    /** What a user is found by. */
    enum Key {
        ID, USERNAME, EMAIL
    }

    /**
     * @param values at most {@link #MAX_SIZE}. A database may compare loosely, so more users may be found than have one of the values
     * @return ids by the value as it is stored
     */
    Map<String, List<String>> find(RealmModel realm, Key key, Collection<String> values);

    /**
     * @param username stored
     */
    record Name(String id, String username) {
    }

    /**
     * @param roleId id of a role that the users have themselves, not through a group or another role; {@code null} for all users
     * @param after name of the last user of the page before; {@code null} for the first page
     * @return the next {@link #MAX_SIZE} users in the order of their names, without service accounts
     */
    List<Name> page(RealmModel realm, String roleId, String after);

    /**
     * Loads users with their credentials and required actions. Reading these costs no statement any more. Reading the roles and the groups of
     * all of them costs one statement each. Credentials that are added, removed or moved through the models are stored together when the
     * transaction is committed, and the users leave Keycloak's cache; until then they must not be changed in another way in this session, and
     * their roles and groups must not be changed at all.
     *
     * @param ids at most {@link #MAX_SIZE}
     * @return users by their ids, in a map of the caller's own; without the users that a user storage is linked to. Unlike
     *     those of {@link org.keycloak.models.UserProvider}, the models of members of a disabled organization aren't read-only
     */
    Map<String, UserModel> load(RealmModel realm, Collection<String> ids);
}
