package org.keycloak.services.resources.admin;

import java.io.InputStream;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.core.MediaType;

import org.keycloak.credential.CredentialModel;
import org.keycloak.credential.CredentialProvider;
import org.keycloak.credential.OTPCredentialProviderFactory;
import org.keycloak.credential.UserCredentials;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
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
 * Takes a user's OTP credentials away.
 */
@Extension(name = KeycloakOpenAPI.Profiles.ADMIN, value = "")
public class RemoveTotpResource {

    private final KeycloakSession session;
    private final UserModel user;
    private final AdminPermissionEvaluator auth;
    private final AdminEventBuilder adminEvent;

    RemoveTotpResource(KeycloakSession session, UserModel user, AdminPermissionEvaluator auth, AdminEventBuilder adminEvent) {
        this.session = session;
        this.user = user;
        this.auth = auth;
        this.adminEvent = adminEvent;
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Tag(name = KeycloakOpenAPI.Admin.Tags.USERS)
    @Operation(summary = "Remove the OTP credentials of the user", description = "All of them, or the credential that the request names, no matter how it was created. The request succeeds if there is none.")
    @RequestBody(required = false, content = @Content(schema = @Schema(implementation = TotpSelectionRepresentation.class)))
    @APIResponses(value = {
        @APIResponse(responseCode = "204", description = "No Content"),
        @APIResponse(responseCode = "400", description = "Bad Request: a value that is not allowed, or the user's storage can't remove the credential", content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ErrorRepresentation.class))),
        @APIResponse(responseCode = "404", description = "Not Found: no such realm or user"),
        @APIResponse(responseCode = "409", description = "Conflict: another request is changing the user's credentials", content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ErrorRepresentation.class)))
    })
    public void removeTotp(InputStream body) {
        CredentialPermission permission = new CredentialPermission(session, auth);
        permission.requireChange(user);
        UserOfPath.requireStoredId(session, user);
        TotpSelection selection = TotpSelection.read(session, body);
        if (!UserCredentials.supports(user)) {
            return;
        }
        new CredentialChange(session, user).make((own, realm, ownUser) -> {
            permission.now(own).requireChange(ownUser);
            remove(selection, own, realm, ownUser);
            return null;
        });
    }

    private void remove(TotpSelection selection, KeycloakSession own, RealmModel realm, UserModel ownUser) {
        CredentialEvents events = new CredentialEvents(adminEvent, own);
        CredentialProvider<?> provider = own.getProvider(CredentialProvider.class, OTPCredentialProviderFactory.PROVIDER_ID);
        UserCredentials credentials = new UserCredentials(own, realm, ownUser);
        for (CredentialModel removed : credentials.removeStored(provider, selection)) {
            events.action(removed);
        }
        if (selection.isAll() && credentials.disableInStorage(OTPCredentialModel.TYPE)) {
            events.action(OTPCredentialModel.TYPE).success();
        }
        if (selection.isAll()) {
            TotpSelection.methods(own).ifPresent(methods -> methods.endSelfEnrolment(realm, ownUser)); // of a user without an OTP, too
        }
    }
}
