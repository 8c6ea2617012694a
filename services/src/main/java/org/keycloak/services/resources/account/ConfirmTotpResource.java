package org.keycloak.services.resources.account;

import java.io.InputStream;
import java.util.List;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;

import org.keycloak.credential.CredentialField;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.representations.idm.ConfirmTotpRepresentation;
import org.keycloak.representations.idm.ErrorRepresentation;
import org.keycloak.services.managers.Auth;
import org.keycloak.services.resources.RealmsResource;
import org.keycloak.util.JsonSerialization;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponses;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Makes a TOTP that {@link GenerateTotpResource} showed a user the user's credential. It requires the same as that resource, except that the
 * login and its levels may have grown old meanwhile, as on Keycloak's setup page.
 */
public class ConfirmTotpResource {

    private final KeycloakSession session;
    private final Auth auth;

    ConfirmTotpResource(KeycloakSession session, Auth auth) {
        this.session = session;
        this.auth = auth;
    }

    public static List<CredentialField> fields() {
        return List.of(CredentialField.text("code", 1, 255).required().describedAs("Code", "Code that the authenticator shows."), CredentialField.userLabel());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Tag(name = GenerateTotpResource.TAG)
    @Operation(summary = "Confirm the TOTP credential that was generated for oneself", description = "The code is used up. Wrong codes are limited. The reply has no secret.")
    @RequestBody(content = @Content(schema = @Schema(implementation = ConfirmTotpRepresentation.class)))
    @APIResponses(value = {
        @APIResponse(responseCode = "201", description = "Created", headers = @Header(name = "Location", description = "The credential. Absent if the user's storage keeps it.", schema = @Schema(type = SchemaType.STRING, format = "uri")), content = @Content(schema = @Schema(implementation = ConfirmTotpRepresentation.class))),
        @APIResponse(responseCode = "400", description = "Bad Request: an invalid code or too many, no TOTP is pending, or the user already has one", content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ErrorRepresentation.class))),
        @APIResponse(responseCode = "401", description = "Unauthorized: no valid token, or the login is of too low a level (RFC 9470)"),
        @APIResponse(responseCode = "403", description = "Forbidden: no right to manage the account, or the required action Configure OTP is disabled, or the level that is needed has the maximum age 0"),
        @APIResponse(responseCode = "404", description = "Not Found: no such realm"),
        @APIResponse(responseCode = "409", description = "Conflict: the user has a credential with this label, or another request is changing the user's credentials", content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ErrorRepresentation.class)))
    })
    public Response confirm(InputStream body) {
        SelfEnrolmentRequest totp = new SelfEnrolmentRequest(session, auth);
        totp.requireAllowed();
        new LoginLevel(session, auth).requireReached(OTPCredentialModel.TYPE);
        ConfirmTotpRepresentation request = JsonSerialization.mapper.convertValue(totp.read(body, fields()), ConfirmTotpRepresentation.class);
        ConfirmTotpRepresentation confirmed = totp.alone(() -> totp.change(setup -> setup.confirm(request.getCode(), request.getUserLabel()))).toRepresentation();
        ResponseBuilder reply = Response.status(Response.Status.CREATED).entity(confirmed);
        if (confirmed.getId() != null) {
            reply.location(RealmsResource.accountUrl(session.getContext().getUri().getBaseUriBuilder()).path("credentials/{credential-id}")
                    .build(session.getContext().getRealm().getName(), confirmed.getId()));
        }
        return reply.build();
    }
}
