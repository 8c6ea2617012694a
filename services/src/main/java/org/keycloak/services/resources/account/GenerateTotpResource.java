package org.keycloak.services.resources.account;

import java.io.InputStream;
import java.util.List;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.keycloak.credential.CredentialField;
import org.keycloak.credential.NewCredential;
import org.keycloak.credential.otp.TotpFields;
import org.keycloak.credential.otp.method.TotpMethodFields;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OTPPolicy;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.representations.idm.CreateTotpRepresentation;
import org.keycloak.representations.idm.ErrorRepresentation;
import org.keycloak.representations.idm.GenerateTotpRepresentation;
import org.keycloak.services.credential.CredentialReply;
import org.keycloak.services.managers.Auth;
import org.keycloak.util.JsonSerialization;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponses;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Shows users a new TOTP, which becomes their credential when they send a code of it to {@link ConfirmTotpResource}.
 */
public class GenerateTotpResource {

    static final String TAG = "Account";

    private final KeycloakSession session;
    private final Auth auth;

    GenerateTotpResource(KeycloakSession session, Auth auth) {
        this.session = session;
        this.auth = auth;
    }

    /** All that users choose: the method states the rest, and a secret from elsewhere may be known to anybody. */
    public static List<CredentialField> fields() {
        return List.of(TotpMethodFields.method(), new TotpFields(OTPPolicy.DEFAULT_POLICY).qrSize());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Tag(name = TAG)
    @Operation(
            summary = "Generate a TOTP credential for oneself",
            description = "The reply has the secret and its QR code, which are not shown again. The credential is pending for five minutes, until it is confirmed with a code. It replaces a credential that was pending.")
    @RequestBody(required = false, content = @Content(schema = @Schema(implementation = GenerateTotpRepresentation.class)))
    @APIResponses(value = {
        @APIResponse(responseCode = "200", description = "OK", content = @Content(schema = @Schema(implementation = CreateTotpRepresentation.class))),
        @APIResponse(responseCode = "400", description = "Bad Request: a value that is not allowed, or the user already has a TOTP", content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ErrorRepresentation.class))),
        @APIResponse(responseCode = "401", description = "Unauthorized: no valid token, or the login is too old or of too low a level (RFC 9470)"),
        @APIResponse(responseCode = "403", description = "Forbidden: no right to manage the account, the required action Configure OTP is disabled, or no login is recent enough for the realm"),
        @APIResponse(responseCode = "404", description = "Not Found: no such realm"),
        @APIResponse(responseCode = "409", description = "Conflict: another request is changing the user's credentials", content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ErrorRepresentation.class)))
    })
    public Response generate(InputStream body) {
        SelfEnrolmentRequest totp = new SelfEnrolmentRequest(session, auth);
        new RecentLogin(session, totp.requireAllowed()).require(auth.getSession());
        new LoginLevel(session, auth).require(OTPCredentialModel.TYPE);
        CreateTotpRepresentation request = request(totp.read(body, fields()));
        NewCredential<OTPCredentialModel, CreateTotpRepresentation> credential = totp.prepare(setup -> setup.newCredential(request));
        ObjectNode reply = totp.alone(() -> {
            totp.change(setup -> setup.hold(credential));
            return new CredentialReply(null, JsonSerialization.mapper.valueToTree(credential.representation()), credential.qrCode()).json();
        });
        return Response.ok(reply).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }

    private static CreateTotpRepresentation request(ObjectNode fields) {
        GenerateTotpRepresentation asked = JsonSerialization.mapper.convertValue(fields, GenerateTotpRepresentation.class);
        CreateTotpRepresentation request = new CreateTotpRepresentation();
        request.setMethod(asked.getMethod());
        request.setQrSize(asked.getQrSize());
        return request;
    }
}
