package org.keycloak.services.resources.admin;

import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * Leads to {@link UnlockTotpResource} on a stock server.
 */
@Path(AdminUserPath.PREFIX + "unlock-totp")
public class UnlockTotpRoot {

    @Path("")
    public UnlockTotpResource unlockTotp(@PathParam(AdminUserPath.REALMS) String realms, @PathParam(AdminUserPath.REALM) String realm,
            @PathParam(AdminUserPath.USER_ID) String userId) {
        return AdminUserPath.resource(realms, realm, userId, UnlockTotpResource::new);
    }

    @OPTIONS
    @Operation(hidden = true)
    public Response preflight() {
        return AdminUserPath.preflight();
    }
}
