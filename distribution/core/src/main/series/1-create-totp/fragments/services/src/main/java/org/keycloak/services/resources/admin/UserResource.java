package org.keycloak.services.resources.admin;

import jakarta.ws.rs.Path;

public class UserResource {

    // after: resetPassword

    @Path("create-totp")
    public CreateTotpResource createTotp() {
        return new CreateTotpResource(session, user, auth, adminEvent);
    }

    @Path("remove-totp")
    public RemoveTotpResource removeTotp() {
        return new RemoveTotpResource(session, user, auth, adminEvent);
    }

    @Path("verify-totp")
    public VerifyTotpResource verifyTotp() {
        return new VerifyTotpResource(session, user, auth, adminEvent);
    }

    @Path("credential-types")
    public UserCredentialTypesResource credentialTypes() {
        return new UserCredentialTypesResource(session, user, auth, adminEvent);
    }
}
