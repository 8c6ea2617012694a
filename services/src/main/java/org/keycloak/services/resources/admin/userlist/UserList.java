package org.keycloak.services.resources.admin.userlist;

import java.util.stream.Stream;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/**
 * One of Keycloak's own lists of users.
 */
@FunctionalInterface
public interface UserList {

    /**
     * @param permission of the caller in the session
     * @param first number of users before the page
     * @param max number of users on the page. A user storage may leave out some, so a page with fewer users need not be the last
     */
    Stream<UserModel> page(KeycloakSession session, UserListPermission permission, int first, int max);

    /** Whether a user of a page is meant, for a condition that Keycloak's list doesn't have. */
    default boolean includes(UserModel user) {
        return true;
    }
}
