package org.keycloak.services.resources.admin;

import java.io.InputStream;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.representations.idm.CreateCredentialsRepresentation;
import org.keycloak.representations.idm.CreatedCredentialRepresentation;
import org.keycloak.representations.idm.ErrorRepresentation;
import org.keycloak.services.resources.KeycloakOpenAPI;
import org.keycloak.services.resources.admin.bulk.BulkEnrolment;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponses;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Creates a TOTP for each of many users. It does what {@link UsersCredentialTypesResource} does for type {@code otp}.
 */
@Extension(name = KeycloakOpenAPI.Profiles.ADMIN, value = "")
public class UsersCreateTotpResource {

    private final KeycloakSession session;
    private final AdminPermissionEvaluator auth;
    private final AdminEventBuilder adminEvent;

    UsersCreateTotpResource(KeycloakSession session, AdminPermissionEvaluator auth, AdminEventBuilder adminEvent) {
        this.session = session;
        this.auth = auth;
        this.adminEvent = adminEvent;
    }

    @POST
    @Consumes({ MediaType.APPLICATION_JSON, BulkEnrolment.NDJSON })
    @Produces(BulkEnrolment.NDJSON)
    @Tag(name = KeycloakOpenAPI.Admin.Tags.USERS)
    @Operation(
            summary = "Create a TOTP credential for each of many users",
            description = "The request selects users, or has a line for each user. The reply has a line for each user as soon as the user's credential is stored, and the sums at its end. A reply without the sums was cut off. A user who has a TOTP keeps it, unless the request replaces it.")
    @RequestBody(required = true, content = {
        @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = CreateCredentialsRepresentation.class)),
        @Content(mediaType = BulkEnrolment.NDJSON, schema = @Schema(implementation = CreateCredentialsRepresentation.Line.class))
    })
    @APIResponses(value = {
        @APIResponse(responseCode = "200", description = "OK: a line for each user, and a last line with the sums", content = @Content(mediaType = BulkEnrolment.NDJSON, schema = @Schema(implementation = CreatedCredentialRepresentation.class))),
        @APIResponse(responseCode = "400", description = "Bad Request: a selection or a value that is not allowed. Nothing is done then", content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ErrorRepresentation.class))),
        @APIResponse(responseCode = "403", description = "Forbidden: no right to query users, or to see the group or the role"),
        @APIResponse(responseCode = "404", description = "Not Found: no such realm"),
        @APIResponse(responseCode = "406", description = "Not Acceptable: the request accepts no NDJSON"),
        @APIResponse(responseCode = "413", description = "Content Too Large: more than 10 MB"),
        @APIResponse(responseCode = "415", description = "Unsupported Media Type: the body is neither JSON nor NDJSON")
    })
    public Response createTotps(InputStream body) {
        return new BulkEnrolment(session, auth, adminEvent, OTPCredentialModel.TYPE).enrol("create-totp", body);
    }
}
