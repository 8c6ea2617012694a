package org.keycloak.services.resources.admin;

import java.io.InputStream;
import java.util.Locale;
import java.util.stream.Stream;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.representations.idm.CreateCredentialRepresentation;
import org.keycloak.representations.idm.CreateRecoveryAuthnCodesRepresentation;
import org.keycloak.representations.idm.CreateTotpRepresentation;
import org.keycloak.representations.idm.CredentialTypeRepresentation;
import org.keycloak.representations.idm.ErrorRepresentation;
import org.keycloak.services.credential.AcceptedType;
import org.keycloak.services.credential.CredentialReply;
import org.keycloak.services.resources.KeycloakOpenAPI;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

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

/**
 * Lists the types of credentials that an administrator may create for a user, and creates a credential of any of them.
 */
@Extension(name = KeycloakOpenAPI.Profiles.ADMIN, value = "")
public class UserCredentialTypesResource {

    private static final String TYPE = "Type of the credential, one of the types that are listed";

    private final KeycloakSession session;
    private final UserModel user;
    private final AdminPermissionEvaluator auth;
    private final AdminEventBuilder adminEvent;

    UserCredentialTypesResource(KeycloakSession session, UserModel user, AdminPermissionEvaluator auth, AdminEventBuilder adminEvent) {
        this.session = session;
        this.user = user;
        this.auth = auth;
        this.adminEvent = adminEvent;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Tag(name = KeycloakOpenAPI.Admin.Tags.USERS)
    @Operation(summary = "Get the types of credentials that can be created for the user", description = "Each type has the fields of a request.")
    @APIResponses(value = {
        @APIResponse(responseCode = "200", description = "OK", content = @Content(schema = @Schema(implementation = CredentialTypeRepresentation.class, type = SchemaType.ARRAY))),
        @APIResponse(responseCode = "404", description = "Not Found: no such realm or user")
    })
    public Stream<CredentialTypeRepresentation> types() {
        new CredentialPermission(session, auth).requireChange(user);
        UserOfPath.requireStoredId(session, user);
        boolean withoutRole = new CredentialPermission(session, auth, false).canChange(user);
        return new CredentialTypes(session, user, locale(auth.adminAuth())).all().filter(type -> withoutRole || ManageOtpRole.isFor(type.getType()));
    }

    private static Locale locale(AdminAuth caller) {
        String tag = caller.getToken().getLocale();
        return tag == null ? Locale.ENGLISH : RealmLocales.of(caller.getRealm()).best(tag);
    }

    @POST
    @Path("{type}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Tag(name = KeycloakOpenAPI.Admin.Tags.USERS)
    @Operation(
            summary = "Create a credential of a type for the user",
            description = "The type decides about the fields. The reply has every value in effect, and what the user needs, which is not shown again. The user can use the credential at once.")
    @RequestBody(required = false, content = @Content(schema = @Schema(title = "CredentialOfType", anyOf = { CreateTotpRepresentation.class, CreateRecoveryAuthnCodesRepresentation.class, CreateCredentialRepresentation.class })))
    @APIResponses(value = {
        @APIResponse(responseCode = "201", description = "Created", headers = @Header(name = "Location", description = "The credential. Absent if the user's storage keeps it.", schema = @Schema(type = SchemaType.STRING, format = "uri")), content = @Content(schema = @Schema(title = "CredentialOfType", anyOf = { CreateTotpRepresentation.class, CreateRecoveryAuthnCodesRepresentation.class, CreateCredentialRepresentation.class }))),
        @APIResponse(responseCode = "400", description = "Bad Request: a value that is not allowed, or the user already has a credential of the type", content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ErrorRepresentation.class))),
        @APIResponse(responseCode = "404", description = "Not Found: no such realm or user, or no such type that can be created"),
        @APIResponse(responseCode = "409", description = "Conflict: the user has a credential with this label, or another request is changing the user's credentials", content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ErrorRepresentation.class)))
    })
    public Response create(@Parameter(description = TYPE) @PathParam("type") String type, InputStream body) {
        CredentialReply created = created(type, body);
        ResponseBuilder reply = reply(Response.Status.CREATED, created);
        if (created.id() != null) {
            reply.location(session.getContext().getUri().getBaseUriBuilder().path("admin/realms/{realm}/users/{user-id}/credentials/{credential-id}")
                    .build(session.getContext().getRealm().getName(), user.getId(), created.id()));
        }
        return reply.build();
    }

    @PUT
    @Path("{type}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Tag(name = KeycloakOpenAPI.Admin.Tags.USERS)
    @Operation(
            summary = "Create a credential of a type for the user, without a location",
            description = "Like POST, but without a Location, for clients such as kcadm.sh that go to the location of a reply instead of showing the reply.")
    @RequestBody(required = false, content = @Content(schema = @Schema(title = "CredentialOfType", anyOf = { CreateTotpRepresentation.class, CreateRecoveryAuthnCodesRepresentation.class, CreateCredentialRepresentation.class })))
    @APIResponses(value = {
        @APIResponse(responseCode = "200", description = "OK", content = @Content(schema = @Schema(title = "CredentialOfType", anyOf = { CreateTotpRepresentation.class, CreateRecoveryAuthnCodesRepresentation.class, CreateCredentialRepresentation.class }))),
        @APIResponse(responseCode = "400", description = "Bad Request: a value that is not allowed, or the user already has a credential of the type", content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ErrorRepresentation.class))),
        @APIResponse(responseCode = "404", description = "Not Found: no such realm or user, or no such type that can be created"),
        @APIResponse(responseCode = "409", description = "Conflict: the user has a credential with this label, or another request is changing the user's credentials", content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ErrorRepresentation.class)))
    })
    public Response createWithoutLocation(@Parameter(description = TYPE) @PathParam("type") String type, InputStream body) {
        return reply(Response.Status.OK, created(type, body)).build();
    }

    private CredentialReply created(String type, InputStream body) {
        CredentialPermission permission = new CredentialPermission(session, auth, ManageOtpRole.isFor(type));
        permission.requireChange(user);
        UserOfPath.requireStoredId(session, user);
        AcceptedType.of(session, MediaType.APPLICATION_JSON_TYPE);
        return new CredentialCreation(session, user, permission, adminEvent).create(type, body, false);
    }

    private static ResponseBuilder reply(Response.Status status, CredentialReply created) {
        return Response.status(status).entity(created.json()).header(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}
