package org.keycloak.services.resources.admin;

import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

import org.keycloak.services.resources.KeycloakOpenAPI;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponses;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Leads to {@link UserTotpResource#removeTotp} on a stock server.
 */
@Extension(name = KeycloakOpenAPI.Profiles.ADMIN, value = "")
@Path(AdminUserPath.PREFIX + "remove-totp")
public class RemoveTotpRoot {

    @PUT
    @Tag(name = KeycloakOpenAPI.Admin.Tags.USERS)
    @Operation(summary = "Remove the OTP credentials of the user")
    @APIResponses(value = {
        @APIResponse(responseCode = "204", description = "No Content"),
        @APIResponse(responseCode = "403", description = "Forbidden")
    })
    public void removeTotp(@PathParam(AdminUserPath.REALM) String realm, @PathParam(AdminUserPath.USER_ID) String userId) {
        AdminUserPath.userTotp(realm, userId).removeTotp();
    }

    @OPTIONS
    @Operation(hidden = true)
    public Response preflight() {
        return AdminUserPath.preflight();
    }
}
