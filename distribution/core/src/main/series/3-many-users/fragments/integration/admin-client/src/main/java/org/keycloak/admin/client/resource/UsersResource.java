package org.keycloak.admin.client.resource;

import jakarta.ws.rs.Path;

public interface UsersResource {

    // after: userProfile

    /**
     * The users with the status of their TOTPs.
     *
     * @since Keycloak server 26.8.0
     */
    @Path("totp-status")
    UsersTotpStatusResource totpStatus();
}
