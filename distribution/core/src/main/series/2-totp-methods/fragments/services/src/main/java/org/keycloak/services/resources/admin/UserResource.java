package org.keycloak.services.resources.admin;

import jakarta.ws.rs.Path;

public class UserResource {

    // after: verifyTotp

    @Path("unlock-totp")
    public UnlockTotpResource unlockTotp() {
        return new UnlockTotpResource(session, user, auth, adminEvent);
    }

    @Path("totp-status")
    public TotpStatusResource totpStatus() {
        return new TotpStatusResource(session, user, auth);
    }
}
