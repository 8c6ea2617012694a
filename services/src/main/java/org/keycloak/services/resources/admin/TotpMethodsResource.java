package org.keycloak.services.resources.admin;

import java.io.InputStream;
import java.util.Locale;
import java.util.stream.Stream;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

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
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponses;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import static org.keycloak.utils.StreamsUtil.paginatedStream;

/**
 * The TOTP methods of a realm.
 */
@Extension(name = KeycloakOpenAPI.Profiles.ADMIN, value = "")
public class TotpMethodsResource {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final AdminPermissionEvaluator auth;
    private final AdminEventBuilder adminEvent;

    TotpMethodsResource(KeycloakSession session, RealmModel realm, AdminPermissionEvaluator auth, AdminEventBuilder adminEvent) {
        this.session = session;
        this.realm = realm;
        this.auth = auth;
        this.adminEvent = adminEvent;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Tag(name = KeycloakOpenAPI.Admin.Tags.REALMS_ADMIN)
    @Operation(summary = "Get the TOTP methods of the realm", description = "They are in the order of their names, each with the number of its credentials.")
    @APIResponses(value = {
        @APIResponse(responseCode = "200", description = "OK", content = @Content(schema = @Schema(implementation = TotpMethodRepresentation.class, type = SchemaType.ARRAY))),
        @APIResponse(responseCode = "403", description = "Forbidden: no right to view the realm"),
        @APIResponse(responseCode = "404", description = "Not Found: no such realm")
    })
    public Stream<TotpMethodRepresentation> methods(
            @Parameter(description = "Text that the name contains, in upper or lower case") @QueryParam("search") String search,
            @Parameter(description = "Number of methods to leave out at the beginning") @QueryParam("first") Integer first,
            @Parameter(description = "Greatest number of methods to get") @QueryParam("max") Integer max) {
        auth.realm().requireViewRealm();
        TotpMethodCredentials credentials = new TotpMethodCredentials(session, realm);
        Stream<ComponentModel> found = new TotpMethods(realm).components().filter(component -> search == null || contains(component.getName(), search.trim()));
        return paginatedStream(found, first, max).map(component -> TotpMethodResource.toRepresentation(component, credentials));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Tag(name = KeycloakOpenAPI.Admin.Tags.REALMS_ADMIN)
    @Operation(summary = "Create a TOTP method", description = "A name and an issuer are required. The other fields have defaults.")
    @RequestBody(content = @Content(schema = @Schema(implementation = TotpMethodRepresentation.class)))
    @APIResponses(value = {
        // The schema has a description of its own: the REST reference describes all headers with the same schema alike.
        @APIResponse(responseCode = "201", description = "Created", headers = @Header(name = "Location", description = "The method", schema = @Schema(description = "URL of the method", type = SchemaType.STRING, format = "uri"))),
        @APIResponse(responseCode = "400", description = "Bad Request: a value that is not allowed", content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ErrorRepresentation.class))),
        @APIResponse(responseCode = "403", description = "Forbidden: no right to manage the realm"),
        @APIResponse(responseCode = "404", description = "Not Found: no such realm"),
        @APIResponse(responseCode = "409", description = "Conflict: the realm has a method of this name, or its methods are being changed by other requests", content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ErrorRepresentation.class)))
    })
    public Response create(InputStream body) {
        auth.realm().requireManageRealm();
        ObjectNode fields = fields(body);
        String id = new TotpMethodChange(session, realm, adminEvent).make(OperationType.CREATE, (own, ownRealm, event) -> {
            ComponentModel component = ownRealm.addComponentModel(TotpMethodComponent.create(ownRealm, fields));
            event.resourcePath(own.getContext().getUri(), component.getId()).representation(TotpMethodComponent.toRepresentation(component)).success();
            return component.getId();
        });
        return Response.created(session.getContext().getUri().getAbsolutePathBuilder().path(id).build()).build();
    }

    /**
     * The resource of one method.
     *
     * @param id id of the method
     */
    @Path("{id}")
    public TotpMethodResource method(@Parameter(description = "Id of the method") @PathParam("id") String id) {
        return new TotpMethodResource(session, realm, id, auth, adminEvent);
    }

    private ObjectNode fields(InputStream body) {
        return BadRequest.ifInvalid(() -> CredentialFields.read(session, body, TotpMethodFields.forCreation()));
    }

    /** An import can leave a method without a name. */
    private static boolean contains(String name, String search) {
        return name != null && name.toLowerCase(Locale.ROOT).contains(search.toLowerCase(Locale.ROOT));
    }
}
