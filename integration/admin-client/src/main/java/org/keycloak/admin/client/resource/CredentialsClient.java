package org.keycloak.admin.client.resource;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import org.keycloak.admin.client.Keycloak;

/**
 * The way to credentials and TOTP methods for a client that has no such methods in {@link UserResource}, {@link UsersResource} and {@link RealmResource}.
 */
@Path("/admin/realms/{realm}")
public interface CredentialsClient {

    /**
     * @return proxy below the URL that the client was made for; nothing is sent yet
     */
    static CredentialsClient of(Keycloak keycloak) {
        return keycloak.proxy(CredentialsClient.class);
    }

    /**
     * @param realm name of the realm, which is encoded here
     * @param userId id of the user
     */
    @Path("users/{user-id}")
    UserCredentialsResource user(@PathParam("realm") String realm, @PathParam("user-id") String userId);

    /**
     * @param realm name of the realm, which is encoded here
     */
    @Path("users")
    UsersCredentialsResource users(@PathParam("realm") String realm);

    /**
     * @param realm name of the realm, which is encoded here
     */
    @Path("users/totp-status")
    UsersTotpStatusResource usersTotpStatus(@PathParam("realm") String realm);

    /**
     * @param realm name of the realm, which is encoded here
     */
    @Path("totp-methods")
    TotpMethodsResource totpMethods(@PathParam("realm") String realm);
}
