package org.keycloak.services.resources.admin;

import jakarta.ws.rs.Path;

public class UsersResource {

    // after: getUsersCount

    @Path("create-totp")
    public UsersCreateTotpResource createTotps() {
        return new UsersCreateTotpResource(session, auth, adminEvent);
    }

    @Path("credential-types")
    public UsersCredentialTypesResource credentialTypes() {
        return new UsersCredentialTypesResource(session, auth, adminEvent);
    }

    @Path("totp-status")
    public UsersTotpStatusResource totpStatus() {
        return new UsersTotpStatusResource(session, auth);
    }
}
