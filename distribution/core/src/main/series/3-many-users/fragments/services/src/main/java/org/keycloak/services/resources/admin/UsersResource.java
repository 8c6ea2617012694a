package org.keycloak.services.resources.admin;

import jakarta.ws.rs.Path;

public class UsersResource {

    // after: getUsersCount

    @Path("totp-status")
    public UsersTotpStatusResource totpStatus() {
        return new UsersTotpStatusResource(session, auth);
    }
}
