package org.keycloak.services.resources.admin;

import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * Leads to {@link TotpStatusResource} on a stock server.
 */
@Path(AdminUserPath.PREFIX + "totp-status")
public class TotpStatusRoot {

    @Path("")
    public TotpStatusResource totpStatus(@PathParam(AdminUserPath.REALMS) String realms, @PathParam(AdminUserPath.REALM) String realm,
            @PathParam(AdminUserPath.USER_ID) String userId) {
        return AdminUserPath.resource(realms, realm, userId, (session, user, auth, adminEvent) -> new TotpStatusResource(session, user, auth));
    }

    @OPTIONS
    @Operation(hidden = true)
    public Response preflight() {
        return AdminUserPath.preflight();
    }
}
