package org.keycloak.services.resources.admin;

import java.io.InputStream;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.keycloak.representations.idm.ErrorRepresentation;
import org.keycloak.representations.idm.VerifyTotpRepresentation;
import org.keycloak.services.resources.KeycloakOpenAPI;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponses;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Leads to {@link UserTotpResource#verifyTotp} on a stock server.
 */
@Extension(name = KeycloakOpenAPI.Profiles.ADMIN, value = "")
@Path(AdminUserPath.PREFIX + "verify-totp")
public class VerifyTotpRoot {

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Tag(name = KeycloakOpenAPI.Admin.Tags.USERS)
    @Operation(summary = "Verify a code of the user's TOTP", description = "Judged as at a login. A valid code is used up.")
    @RequestBody(content = @Content(schema = @Schema(implementation = VerifyTotpRepresentation.class)))
    @APIResponses(value = {
        @APIResponse(responseCode = "200", description = "OK", content = @Content(schema = @Schema(implementation = VerifyTotpRepresentation.class))),
        @APIResponse(responseCode = "400", description = "Bad Request: no code, or the user has no TOTP", content = @Content(schema = @Schema(implementation = ErrorRepresentation.class))),
        @APIResponse(responseCode = "403", description = "Forbidden")
    })
    public VerifyTotpRepresentation verifyTotp(@PathParam(AdminUserPath.REALM) String realm, @PathParam(AdminUserPath.USER_ID) String userId,
            InputStream body) {
        return AdminUserPath.userTotp(realm, userId).verifyTotp(body);
    }

    @OPTIONS
    @Operation(hidden = true)
    public Response preflight() {
        return AdminUserPath.preflight();
    }
}
