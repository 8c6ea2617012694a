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

import org.keycloak.representations.idm.CreateTotpRepresentation;
import org.keycloak.representations.idm.ErrorRepresentation;
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
 * Leads to {@link UserTotpResource#createTotp} on a stock server.
 */
@Extension(name = KeycloakOpenAPI.Profiles.ADMIN, value = "")
@Path(AdminUserPath.PREFIX + "create-totp")
public class CreateTotpRoot {

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces({ MediaType.APPLICATION_JSON, UserTotpResource.PNG })
    @Tag(name = KeycloakOpenAPI.Admin.Tags.USERS)
    @Operation(
            summary = "Create a TOTP credential for the user",
            description = "Replies with the secret and its QR code, which are shown this once only. The user can log in with it at once.")
    @RequestBody(required = false, content = @Content(schema = @Schema(implementation = CreateTotpRepresentation.class)))
    @APIResponses(value = {
        @APIResponse(responseCode = "200", description = "OK", content = {
            @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = CreateTotpRepresentation.class)),
            @Content(mediaType = UserTotpResource.PNG)
        }),
        @APIResponse(responseCode = "400", description = "Bad Request: a value that is not allowed, or the user already has a TOTP", content = @Content(schema = @Schema(implementation = ErrorRepresentation.class))),
        @APIResponse(responseCode = "403", description = "Forbidden"),
        @APIResponse(responseCode = "409", description = "Conflict: the user has a credential with this label", content = @Content(schema = @Schema(implementation = ErrorRepresentation.class)))
    })
    public Response createTotp(@PathParam(AdminUserPath.REALM) String realm, @PathParam(AdminUserPath.USER_ID) String userId, InputStream body) {
        return AdminUserPath.userTotp(realm, userId).createTotp(body);
    }

    @OPTIONS
    @Operation(hidden = true)
    public Response preflight() {
        return AdminUserPath.preflight();
    }
}
