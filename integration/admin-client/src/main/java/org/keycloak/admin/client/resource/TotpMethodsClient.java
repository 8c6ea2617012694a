package org.keycloak.admin.client.resource;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import org.keycloak.admin.client.Keycloak;

/**
 * The short way to a realm's TOTP methods for a client that has no such method in {@link RealmResource}.
 */
@Path("/admin/realms")
public interface TotpMethodsClient {

    /**
     * @param realm name of the realm, as it is: encoding is taken care of
     * @return proxy for the realm's TOTP methods; nothing is sent yet
     */
    static TotpMethodsResource of(Keycloak keycloak, String realm) {
        return keycloak.proxy(TotpMethodsClient.class).totpMethods(realm);
    }

    /** Below the URL that the client was made for. */
    @Path("{realm}/totp-methods")
    TotpMethodsResource totpMethods(@PathParam("realm") String realm);
}
