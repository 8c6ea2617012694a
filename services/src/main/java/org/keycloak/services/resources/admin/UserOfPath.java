package org.keycloak.services.resources.admin;

import jakarta.ws.rs.NotFoundException;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.light.LightweightUserAdapter;
import org.keycloak.storage.StorageId;
import org.keycloak.storage.UserStoragePrivateUtil;

/**
 * The user whom the path of a request names. A database that compares ids loosely also finds a user under another spelling of the id, in
 * upper case or with a space behind it, and Keycloak's user then carries that spelling. Turns, counts and events are known by a user's id, so
 * only the id that is stored names the user.
 */
final class UserOfPath {

    private UserOfPath() {
    }

    /**
     * @param user found by an id that a client sent
     * @throws NotFoundException if the user's stored id is another one; as Keycloak's UsersResource says it
     */
    static void requireStoredId(KeycloakSession session, UserModel user) {
        if (!StorageId.isLocalStorage(user.getId()) || LightweightUserAdapter.isLightweightUser(user)) {
            return; // no id of Keycloak's database
        }
        UserModel stored = UserStoragePrivateUtil.userLocalStorage(session).getUserByUsername(session.getContext().getRealm(), user.getUsername());
        if (stored != null && !stored.getId().equals(user.getId())) {
            throw new NotFoundException("User not found");
        }
    }
}
