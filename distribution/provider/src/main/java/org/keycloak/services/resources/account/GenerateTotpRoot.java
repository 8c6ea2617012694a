package org.keycloak.services.resources.account;

import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

import org.keycloak.services.resources.AccountPath;

import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * Leads to {@link GenerateTotpResource} on a stock server.
 */
@Path(AccountTotpPath.PREFIX + "generate")
public class GenerateTotpRoot {

    @Path("")
    public GenerateTotpResource generate(@PathParam(AccountPath.REALM) String realm) {
        return AccountTotpPath.resource(realm, GenerateTotpResource::new);
    }

    @OPTIONS
    @Operation(hidden = true)
    public Response preflight(@PathParam(AccountPath.REALM) String realm) {
        return AccountPath.preflight(realm);
    }
}
