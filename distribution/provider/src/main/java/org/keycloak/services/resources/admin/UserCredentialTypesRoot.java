package org.keycloak.services.resources.admin;

import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * Leads to {@link UserCredentialTypesResource} on a stock server.
 */
@Path(AdminUserPath.PREFIX + "credential-types")
public class UserCredentialTypesRoot {

    @Path("")
    public UserCredentialTypesResource credentialTypes(@PathParam(AdminUserPath.REALMS) String realms, @PathParam(AdminUserPath.REALM) String realm,
            @PathParam(AdminUserPath.USER_ID) String userId) {
        return AdminUserPath.resource(realms, realm, userId, UserCredentialTypesResource::new);
    }

    @OPTIONS
    @Operation(hidden = true)
    public Response preflight() {
        return AdminUserPath.preflight();
    }

    @OPTIONS
    @Path("{type}")
    @Operation(hidden = true)
    public Response preflightOfType() {
        return AdminUserPath.preflight();
    }
}
