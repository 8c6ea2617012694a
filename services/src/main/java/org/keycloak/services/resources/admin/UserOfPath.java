package org.keycloak.services.resources.admin;

import java.util.Objects;

import jakarta.ws.rs.NotFoundException;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.light.LightweightUserAdapter;
import org.keycloak.storage.StorageId;

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
        if (LightweightUserAdapter.isLightweightUser(user)) {
            return; // stored nowhere
        }
        UserModel named = session.users().getUserByUsername(session.getContext().getRealm(), user.getUsername());
        if (named != null && !named.getId().equals(user.getId()) && isOfSameStorage(named, user)) {
            throw new NotFoundException("User not found");
        }
    }

    /** Another storage may have another user of the same name. */
    private static boolean isOfSameStorage(UserModel named, UserModel user) {
        return Objects.equals(StorageId.providerId(named.getId()), StorageId.providerId(user.getId()));
    }
}
