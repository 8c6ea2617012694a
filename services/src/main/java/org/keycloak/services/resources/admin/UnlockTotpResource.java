package org.keycloak.services.resources.admin;

import java.io.InputStream;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.core.MediaType;

import org.keycloak.credential.UserCredentials;
import org.keycloak.credential.otp.attempt.OTPGuard;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.representations.idm.ErrorRepresentation;
import org.keycloak.representations.idm.TotpSelectionRepresentation;
import org.keycloak.services.credential.CredentialChange;
import org.keycloak.services.resources.KeycloakOpenAPI;
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
 * Ends the lock on a user's OTP credentials.
 */
@Extension(name = KeycloakOpenAPI.Profiles.ADMIN, value = "")
public class UnlockTotpResource {

    private final KeycloakSession session;
    private final UserModel user;
    private final AdminPermissionEvaluator auth;
    private final AdminEventBuilder adminEvent;

    UnlockTotpResource(KeycloakSession session, UserModel user, AdminPermissionEvaluator auth, AdminEventBuilder adminEvent) {
        this.session = session;
        this.user = user;
        this.auth = auth;
        this.adminEvent = adminEvent;
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Tag(name = KeycloakOpenAPI.Admin.Tags.USERS)
    @Operation(summary = "Unlock the OTP credentials of the user", description = "All of them, or the credential that the request names. Its lock ends, and its wrong codes are forgotten. The request succeeds if nothing was locked.")
    @RequestBody(required = false, content = @Content(schema = @Schema(implementation = TotpSelectionRepresentation.class)))
    @APIResponses(value = {
        @APIResponse(responseCode = "204", description = "No Content"),
        @APIResponse(responseCode = "400", description = "Bad Request: a value that is not allowed", content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ErrorRepresentation.class))),
        @APIResponse(responseCode = "404", description = "Not Found: no such realm or user"),
        @APIResponse(responseCode = "409", description = "Conflict: another request is changing the user's credentials", content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ErrorRepresentation.class)))
    })
    public void unlockTotp(InputStream body) {
        CredentialPermission permission = new CredentialPermission(session, auth);
        permission.requireChange(user);
        UserOfPath.requireStoredId(session, user);
        TotpSelection selection = TotpSelection.read(session, body);
        if (!UserCredentials.supports(user)) {
            return;
        }
        new CredentialChange(session, user).make((own, realm, ownUser) -> {
            permission.now(own).requireChange(ownUser);
            CredentialEvents events = new CredentialEvents(adminEvent, own);
            OTPGuard guard = new OTPGuard(own, realm, ownUser);
            ownUser.credentialManager().getStoredCredentialsByTypeStream(OTPCredentialModel.TYPE).filter(selection).toList().stream()
                    .filter(guard::unlock).forEach(events::action);
            return null;
        });
    }
}
