package org.keycloak.services.resources.admin;

import java.io.InputStream;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.keycloak.representations.idm.CreateTotpRepresentation;
import org.keycloak.representations.idm.ErrorRepresentation;
import org.keycloak.representations.idm.VerifyTotpRepresentation;
import org.keycloak.services.resources.KeycloakOpenAPI;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponses;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

public class UserResource {

    // after: resetPassword

    /**
     * Create a TOTP for the user, which can be used at once: no code is asked for.
     *
     * @param body a {@link CreateTotpRepresentation}, or nothing for the defaults
     * @return the same with every value in effect, the secret and its QR code; the picture alone where a PNG is accepted
     */
    @Path("create-totp")
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
    public Response createTotp(InputStream body) {
        return new UserTotpResource(session, user, auth, adminEvent).createTotp(body);
    }

    /**
     * Remove the user's OTP credentials, if there are any.
     */
    @Path("remove-totp")
    @PUT
    @Tag(name = KeycloakOpenAPI.Admin.Tags.USERS)
    @Operation(summary = "Remove the OTP credentials of the user")
    @APIResponses(value = {
        @APIResponse(responseCode = "204", description = "No Content"),
        @APIResponse(responseCode = "403", description = "Forbidden")
    })
    public void removeTotp() {
        new UserTotpResource(session, user, auth, adminEvent).removeTotp();
    }

    /**
     * Verify a code of the user's TOTP as a login does: a valid code is used up.
     *
     * @param body a {@link VerifyTotpRepresentation}
     */
    @Path("verify-totp")
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
    public VerifyTotpRepresentation verifyTotp(InputStream body) {
        return new UserTotpResource(session, user, auth, adminEvent).verifyTotp(body);
    }
}
