package org.keycloak.services.resources.account;

import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

import org.keycloak.services.resources.AccountPath;

import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * Leads to {@link ConfirmTotpResource} on a stock server.
 */
@Path(AccountTotpPath.PREFIX + "confirm")
public class ConfirmTotpRoot {

    @Path("")
    public ConfirmTotpResource confirm(@PathParam(AccountPath.REALM) String realm) {
        return AccountTotpPath.resource(realm, ConfirmTotpResource::new);
    }

    @OPTIONS
    @Operation(hidden = true)
    public Response preflight(@PathParam(AccountPath.REALM) String realm) {
        return AccountPath.preflight(realm);
    }
}
