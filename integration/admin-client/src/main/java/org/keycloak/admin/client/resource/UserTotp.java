package org.keycloak.admin.client.resource;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import org.keycloak.admin.client.Keycloak;

/**
 * Finds a user's TOTP in the admin API, below the URL that the client was made for.
 */
@Path("/admin/realms")
public interface UserTotp {

    /**
     * @param realm name of the realm, as it is: encoding is taken care of
     * @param userId id of the user
     * @return proxy for the user's TOTP; nothing is sent yet
     */
    static UserTotpResource of(Keycloak keycloak, String realm, String userId) {
        return keycloak.proxy(UserTotp.class).user(realm, userId);
    }

    @Path("{realm}/users/{user-id}")
    UserTotpResource user(@PathParam("realm") String realm, @PathParam("user-id") String userId);
}
