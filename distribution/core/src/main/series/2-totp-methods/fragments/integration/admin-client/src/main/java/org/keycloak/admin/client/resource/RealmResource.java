package org.keycloak.admin.client.resource;

import jakarta.ws.rs.Path;

public interface RealmResource {

    // after: components

    /**
     * The TOTP methods of the realm.
     *
     * @since Keycloak server 26.8.0
     */
    @Path("totp-methods")
    TotpMethodsResource totpMethods();
}
