package org.keycloak.services.resources.admin;

import java.io.InputStream;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.keycloak.component.ComponentModel;
import org.keycloak.credential.otp.method.TotpMethodComponent;
import org.keycloak.credential.otp.method.TotpMethodCredentials;
import org.keycloak.credential.otp.method.TotpMethodFields;
import org.keycloak.credential.otp.method.TotpMethods;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.representations.idm.ErrorRepresentation;
import org.keycloak.representations.idm.TotpMethodRepresentation;
import org.keycloak.services.credential.BadRequest;
import org.keycloak.services.credential.CredentialFields;
import org.keycloak.services.resources.KeycloakOpenAPI;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponses;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * One TOTP method of a realm.
 */
@Extension(name = KeycloakOpenAPI.Profiles.ADMIN, value = "")
public class TotpMethodResource {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final String id;
    private final AdminPermissionEvaluator auth;
    private final AdminEventBuilder adminEvent;

    TotpMethodResource(KeycloakSession session, RealmModel realm, String id, AdminPermissionEvaluator auth, AdminEventBuilder adminEvent) {
        this.session = session;
        this.realm = realm;
        this.id = id;
        this.auth = auth;
        this.adminEvent = adminEvent;
    }

    static TotpMethodRepresentation toRepresentation(ComponentModel component, TotpMethodCredentials credentials) {
        TotpMethodRepresentation representation = TotpMethodComponent.toRepresentation(component);
        representation.setCredentials(credentials.count(component.getId()));
        return representation;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Tag(name = KeycloakOpenAPI.Admin.Tags.REALMS_ADMIN)
    @Operation(summary = "Get a TOTP method", description = "The reply also has the number of its credentials.")
    @APIResponses(value = {
        @APIResponse(responseCode = "200", description = "OK", content = @Content(schema = @Schema(implementation = TotpMethodRepresentation.class))),
        @APIResponse(responseCode = "403", description = "Forbidden: no right to view the realm"),
        @APIResponse(responseCode = "404", description = "Not Found: no such realm or method")
    })
    public TotpMethodRepresentation get() {
        auth.realm().requireViewRealm();
        return toRepresentation(component(realm), new TotpMethodCredentials(session, realm));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Tag(name = KeycloakOpenAPI.Admin.Tags.REALMS_ADMIN)
    @Operation(summary = "Update a TOTP method", description = "A field that the request leaves out keeps its value. Credentials keep their algorithm, digits and period. The new limits apply to them.")
    @RequestBody(content = @Content(schema = @Schema(implementation = TotpMethodRepresentation.class)))
    @APIResponses(value = {
        @APIResponse(responseCode = "204", description = "No Content"),
        @APIResponse(responseCode = "400", description = "Bad Request: a value that is not allowed", content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ErrorRepresentation.class))),
        @APIResponse(responseCode = "403", description = "Forbidden: no right to manage the realm"),
        @APIResponse(responseCode = "404", description = "Not Found: no such realm or method"),
        @APIResponse(responseCode = "409", description = "Conflict: the realm has a method of this name, something refers to this one by its present name, or the realm's methods are being changed by other requests", content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ErrorRepresentation.class)))
    })
    public void update(InputStream body) {
        auth.realm().requireManageRealm();
        component(realm);
        ObjectNode fields = fields(body);
        new TotpMethodChange(session, realm, adminEvent).make(OperationType.UPDATE, (own, ownRealm, event) -> {
            ComponentModel component = new ComponentModel(component(ownRealm)); // a copy: the cached realm may hold this one
            TotpMethodComponent.update(component, fields);
            ownRealm.updateComponent(component);
            event.resourcePath(own.getContext().getUri()).representation(TotpMethodComponent.toRepresentation(component)).success();
            return null;
        });
    }

    @DELETE
    @Tag(name = KeycloakOpenAPI.Admin.Tags.REALMS_ADMIN)
    @Operation(summary = "Remove a TOTP method", description = "A method in use is not removed. Unless its credentials are removed as well, they keep working: with their algorithm, digits and period, and with the realm's OTP policy for the rest.")
    @APIResponses(value = {
        @APIResponse(responseCode = "204", description = "No Content"),
        @APIResponse(responseCode = "403", description = "Forbidden: no right to manage the realm, or to remove credentials without the right to manage all users"),
        @APIResponse(responseCode = "404", description = "Not Found: no such realm or method"),
        @APIResponse(responseCode = "409", description = "Conflict: it is the realm's default method, or the configuration of an authenticator or of a required action refers to it, or the realm's methods are being changed by other requests", content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ErrorRepresentation.class)))
    })
    public void remove(@Parameter(description = "Whether its credentials are removed, too. This needs the right to manage all users") @QueryParam("removeCredentials") boolean removeCredentials) {
        auth.realm().requireManageRealm();
        if (removeCredentials) {
            auth.users().requireManage();
        }
        component(realm);
        new TotpMethodChange(session, realm, adminEvent).make(OperationType.DELETE, (own, ownRealm, event) -> {
            ownRealm.removeComponent(component(ownRealm));
            if (removeCredentials) {
                event.detail("credentials", String.valueOf(new TotpMethodCredentials(own, ownRealm).remove(id)));
            }
            event.resourcePath(own.getContext().getUri()).success();
            return null;
        });
    }

    private ComponentModel component(RealmModel owner) {
        return new TotpMethods(owner).components().filter(component -> component.getId().equals(id)).findFirst()
                .orElseThrow(() -> new NotFoundException("TOTP method not found"));
    }

    private ObjectNode fields(InputStream body) {
        return BadRequest.ifInvalid(() -> CredentialFields.read(session, body, TotpMethodFields.forUpdate()));
    }
}
