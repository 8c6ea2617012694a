package org.keycloak.services.resources.admin;

import java.io.InputStream;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.representations.idm.CreateTotpRepresentation;
import org.keycloak.representations.idm.ErrorRepresentation;
import org.keycloak.services.credential.AcceptedType;
import org.keycloak.services.credential.CredentialReply;
import org.keycloak.services.resources.KeycloakOpenAPI;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponses;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Creates a TOTP for a user. It does what {@link UserCredentialTypesResource#create} does for type {@code otp}, and can reply with the
 * picture alone.
 */
@Extension(name = KeycloakOpenAPI.Profiles.ADMIN, value = "")
public class CreateTotpResource {

    private static final String PNG = "image/png";
    private static final MediaType PNG_TYPE = MediaType.valueOf(PNG);

    private final KeycloakSession session;
    private final UserModel user;
    private final AdminPermissionEvaluator auth;
    private final AdminEventBuilder adminEvent;

    CreateTotpResource(KeycloakSession session, UserModel user, AdminPermissionEvaluator auth, AdminEventBuilder adminEvent) {
        this.session = session;
        this.user = user;
        this.auth = auth;
        this.adminEvent = adminEvent;
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces({ MediaType.APPLICATION_JSON, PNG })
    @Tag(name = KeycloakOpenAPI.Admin.Tags.USERS)
    @Operation(
            summary = "Create a TOTP credential for the user",
            description = "The reply has every value in effect, the secret and its QR code, which are not shown again. The user can log in with the credential at once. If the request accepts a PNG, the reply is the QR code alone.")
    @RequestBody(required = false, content = @Content(schema = @Schema(implementation = CreateTotpRepresentation.class)))
    @APIResponses(value = {
        @APIResponse(responseCode = "200", description = "OK", content = {
            @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = CreateTotpRepresentation.class)),
            @Content(mediaType = PNG, schema = @Schema(type = SchemaType.STRING, format = "binary"))
        }),
        @APIResponse(responseCode = "400", description = "Bad Request: a value that is not allowed, or the user already has a TOTP", content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ErrorRepresentation.class))),
        @APIResponse(responseCode = "404", description = "Not Found: no such realm or user"),
        @APIResponse(responseCode = "406", description = "Not Acceptable: the request accepts no JSON and no PNG"),
        @APIResponse(responseCode = "409", description = "Conflict: the user has a credential with this label, or another request is changing the user's credentials", content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ErrorRepresentation.class)))
    })
    public Response createTotp(InputStream body) {
        CredentialPermission permission = new CredentialPermission(session, auth);
        permission.requireChange(user);
        UserOfPath.requireStoredId(session, user);
        boolean picture = AcceptedType.of(session, MediaType.APPLICATION_JSON_TYPE, PNG_TYPE) == PNG_TYPE;
        CredentialReply created = new CredentialCreation(session, user, permission, adminEvent).create(OTPCredentialModel.TYPE, body, picture);
        return Response.ok(picture ? created.png() : created.json(), picture ? PNG_TYPE : MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }
}
