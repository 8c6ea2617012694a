package org.keycloak.services.resources.account;

import jakarta.ws.rs.Path;

public class AccountRestService {

    // after: credentials

    @Path("/totp/generate")
    public GenerateTotpResource generateTotp() {
        return new GenerateTotpResource(session, auth);
    }

    @Path("/totp/confirm")
    public ConfirmTotpResource confirmTotp() {
        return new ConfirmTotpResource(session, auth);
    }
}
