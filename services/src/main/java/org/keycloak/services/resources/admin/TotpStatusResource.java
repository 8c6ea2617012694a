package org.keycloak.services.resources.admin;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.representations.idm.UserTotpStatusRepresentation;
import org.keycloak.services.credential.AcceptedType;
import org.keycloak.services.resources.KeycloakOpenAPI;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponses;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Shows a user's TOTP credentials, with what Keycloak's list of credentials doesn't tell: what each is good for, and its method.
 */
@Extension(name = KeycloakOpenAPI.Profiles.ADMIN, value = "")
public class TotpStatusResource {

    private final KeycloakSession session;
    private final UserModel user;
    private final AdminPermissionEvaluator auth;

    TotpStatusResource(KeycloakSession session, UserModel user, AdminPermissionEvaluator auth) {
        this.session = session;
        this.user = user;
        this.auth = auth;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Tag(name = KeycloakOpenAPI.Admin.Tags.USERS)
    @Operation(summary = "Get the TOTP credentials of the user", description = "Each has its method, and says whether it was ever used, when it expires, and whether it is locked. The user's required actions and other credentials are told, too, and whether the caller may change the credentials. The caller needs the right to view the user, or the role manage-otp.")
    @APIResponses(value = {
        @APIResponse(responseCode = "200", description = "OK", content = @Content(schema = @Schema(implementation = UserTotpStatusRepresentation.class))),
        @APIResponse(responseCode = "403", description = "Forbidden: no right to view the user"),
        @APIResponse(responseCode = "404", description = "Not Found: no such realm or user")
    })
    public Response totpStatus() {
        CredentialPermission permission = new CredentialPermission(session, auth);
        permission.requireView(user);
        UserOfPath.requireStoredId(session, user);
        AcceptedType.of(session, MediaType.APPLICATION_JSON_TYPE);
        UserTotpStatusRepresentation status = new UserTotpStatus(session).details(user);
        status.setAccess(UserTotpStatus.access(permission.canChange(user)));
        return Response.ok(status, MediaType.APPLICATION_JSON_TYPE).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }
}
