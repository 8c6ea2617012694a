package org.keycloak.services.resources.admin;

import jakarta.ws.rs.NotFoundException;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.light.LightweightUserAdapter;
import org.keycloak.storage.StorageId;
import org.keycloak.storage.UserStoragePrivateUtil;

/**
 * The user whose id is in the path of a request. Some databases compare ids loosely: they find a user by an id in upper case, or with a space
 * behind it. Keycloak's user then has the id as the client spelled it. Leases, counts and events are found by a user's id, so only the
 * stored spelling is accepted.
 */
public final class UserOfPath {

    private UserOfPath() {
    }

    /**
     * @param user found by an id that a client sent
     * @throws NotFoundException if the stored id is spelled otherwise; with the message of Keycloak's UsersResource
     */
    static void requireStoredId(KeycloakSession session, UserModel user) {
        if (!hasStoredId(session, user)) {
            throw new NotFoundException("User not found");
        }
    }

    /** Whether the user has the id that is stored. */
    public static boolean hasStoredId(KeycloakSession session, UserModel user) {
        if (!StorageId.isLocalStorage(user.getId()) || LightweightUserAdapter.isLightweightUser(user)) {
            return true; // the id isn't in Keycloak's database
        }
        UserModel stored = UserStoragePrivateUtil.userLocalStorage(session).getUserByUsername(session.getContext().getRealm(), user.getUsername());
        return stored == null || stored.getId().equals(user.getId());
    }
}
