package org.keycloak.services.resources.admin;

import jakarta.ws.rs.Path;

import org.keycloak.services.resources.admin.desk.TotpDeskResource;

public class AdminConsole {

    // after: getMessages

    @Path("totp-desk")
    public TotpDeskResource totpDesk() {
        return new TotpDeskResource(session);
    }
}
