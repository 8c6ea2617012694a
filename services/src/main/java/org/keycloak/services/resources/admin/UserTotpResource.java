package org.keycloak.services.resources.admin;

import java.io.InputStream;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.keycloak.credential.CredentialModel;
import org.keycloak.credential.enrolment.CredentialEnrolment;
import org.keycloak.credential.enrolment.CredentialEnrolmentProvider;
import org.keycloak.credential.enrolment.InvalidFieldException;
import org.keycloak.credential.totp.TotpEnrolmentProvider;
import org.keycloak.credential.totp.TotpEnrolmentProviderFactory;
import org.keycloak.events.Details;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.ModelException;
import org.keycloak.models.ModelIllegalStateException;
import org.keycloak.models.ModelValidationException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;
import org.keycloak.representations.idm.CreateTotpRepresentation;
import org.keycloak.representations.idm.ErrorRepresentation;
import org.keycloak.representations.idm.VerifyTotpRepresentation;
import org.keycloak.services.ErrorResponse;
import org.keycloak.services.resources.KeycloakOpenAPI;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;
import org.keycloak.storage.ReadOnlyException;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * An administrator's view of one user's TOTP: create, remove and verify.
 */
@Extension(name = KeycloakOpenAPI.Profiles.ADMIN, value = "")
public class UserTotpResource {

    static final String PNG = "image/png";

    private static final String QR_SIZE = "qrSize";
    private static final String CODE = "code";
    private static final String ID = "id";
    private static final List<ProviderConfigProperty> VERIFY_FIELDS = ProviderConfigurationBuilder.create()
            .property().name(CODE).type(ProviderConfigProperty.STRING_TYPE).required(true)
            .helpText("The code to check: text of 1 to 255 characters.").add()
            .property().name(ID).type(ProviderConfigProperty.STRING_TYPE)
            .helpText("The id of one of the user's credentials: text.").add()
            .build();

    private final KeycloakSession session;
    private final RealmModel realm;
    private final UserModel user;
    private final AdminPermissionEvaluator auth;
    private final AdminEventBuilder adminEvent;
    private final CredentialEnrolmentProvider totp;

    public UserTotpResource(KeycloakSession session, UserModel user, AdminPermissionEvaluator auth, AdminEventBuilder adminEvent) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.user = user;
        this.auth = auth;
        this.adminEvent = adminEvent.resource(ResourceType.USER);
        this.totp = session.getProvider(CredentialEnrolmentProvider.class, TotpEnrolmentProviderFactory.PROVIDER_ID);
    }

    /**
     * Creates a TOTP for the user. It can be used at once: no code is asked for.
     *
     * @param body a {@link CreateTotpRepresentation} in JSON, or nothing for the defaults
     * @return the same with every value in effect, the secret and its QR code
     */
    @PUT
    @Path("create-totp")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Tag(name = KeycloakOpenAPI.Admin.Tags.USERS)
    @Operation(summary = "Create a TOTP credential for the user",
            description = "Replies with the secret and its QR code, which are shown this once only. The user can log in with it at once.")
    @RequestBody(required = false, content = @Content(schema = @Schema(implementation = CreateTotpRepresentation.class)))
    @APIResponse(responseCode = "200", description = "OK", content = {
        @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = CreateTotpRepresentation.class)),
        @Content(mediaType = PNG)
    })
    @APIResponse(responseCode = "400", description = "Bad Request: a value that is not allowed, or the user already has a TOTP",
            content = @Content(schema = @Schema(implementation = ErrorRepresentation.class)))
    @APIResponse(responseCode = "403", description = "Forbidden")
    @APIResponse(responseCode = "409", description = "Conflict: the user has a credential with this label",
            content = @Content(schema = @Schema(implementation = ErrorRepresentation.class)))
    public Response createTotp(InputStream body) {
        auth.users().requireManage(user);
        return checked(() -> secret(create(fields(body)), MediaType.APPLICATION_JSON));
    }

    /**
     * {@link #createTotp}, with the picture of the QR code alone as the reply.
     */
    @PUT
    @Path("create-totp")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(PNG)
    @Operation(hidden = true) // documented with createTotp: the same operation in OpenAPI
    public Response createTotpQrCode(InputStream body) {
        auth.users().requireManage(user);
        return checked(() -> {
            Map<String, Object> fields = fields(body);
            if (Integer.valueOf(0).equals(fields.get(QR_SIZE))) {
                throw new ModelValidationException("Invalid " + QR_SIZE + ". A picture is asked for: 100 to 1000.");
            }
            return secret(Base64.getDecoder().decode(create(fields).getQrCode()), PNG);
        });
    }

    /**
     * Removes the user's OTP credentials, if there are any.
     */
    @PUT
    @Path("remove-totp")
    @Tag(name = KeycloakOpenAPI.Admin.Tags.USERS)
    @Operation(summary = "Remove the OTP credentials of the user")
    @APIResponse(responseCode = "204", description = "No Content")
    @APIResponse(responseCode = "403", description = "Forbidden")
    public void removeTotp() {
        auth.users().requireManage(user);
        List<CredentialModel> removed = checked(() -> totp.remove(realm, user));
        report(removed.stream().map(CredentialModel::getId).collect(Collectors.joining(",")),
                removed.stream().map(CredentialModel::getUserLabel).filter(Objects::nonNull).collect(Collectors.joining(",")));
    }

    /**
     * Checks a code of the user's TOTP as a login does: one that was used before is not valid, and one that is valid is used by this.
     *
     * @param body a {@link VerifyTotpRepresentation} in JSON
     */
    @PUT
    @Path("verify-totp")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Tag(name = KeycloakOpenAPI.Admin.Tags.USERS)
    @Operation(summary = "Verify a code of the user's TOTP", description = "Judged as at a login. A valid code is used up.")
    @RequestBody(content = @Content(schema = @Schema(implementation = VerifyTotpRepresentation.class)))
    @APIResponse(responseCode = "200", description = "OK", content = @Content(schema = @Schema(implementation = VerifyTotpRepresentation.class)))
    @APIResponse(responseCode = "400", description = "Bad Request: no code, or the user has no TOTP",
            content = @Content(schema = @Schema(implementation = ErrorRepresentation.class)))
    @APIResponse(responseCode = "403", description = "Forbidden")
    public VerifyTotpRepresentation verifyTotp(InputStream body) {
        auth.users().requireManage(user);
        return checked(() -> {
            Map<String, Object> fields = EnrolmentFields.read(body, VERIFY_FIELDS);
            String code = (String) fields.getOrDefault(CODE, "");
            if (code.isBlank() || code.length() > 255) {
                throw new InvalidFieldException(VERIFY_FIELDS.get(0));
            }
            VerifyTotpRepresentation reply = new VerifyTotpRepresentation();
            totp.verify(realm, user, code, (String) fields.get(ID)).map(CredentialModel::getId).ifPresent(reply::setId);
            reply.setValid(reply.getId() != null);
            return reply;
        });
    }

    private Map<String, Object> fields(InputStream body) {
        return EnrolmentFields.read(body, totp.getFields());
    }

    private CreateTotpRepresentation create(Map<String, Object> fields) {
        try {
            CredentialEnrolment enrolment = totp.enrol(realm, user, fields);
            report(enrolment.credential().getId(), enrolment.credential().getUserLabel());
            session.getTransactionManager().commit(); // a secret is only ever shown once it is stored
            return (CreateTotpRepresentation) enrolment.representation();
        } catch (ModelDuplicateException | ModelIllegalStateException e) {
            throw isOfDatabase(e) ? new ModelValidationException(TotpEnrolmentProvider.USER_HAS_TOTP) : e;
        }
    }

    private void report(String credentialId, String userLabel) {
        adminEvent.operation(OperationType.ACTION).resourcePath(session.getContext().getUri())
                .detail(Details.CREDENTIAL_ID, credentialId)
                .detail(Details.CREDENTIAL_TYPE, totp.getType())
                .detail(Details.CREDENTIAL_USER_LABEL, userLabel)
                .success();
    }

    private static Response secret(Object entity, String mediaType) {
        return Response.ok(entity, mediaType).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }

    private static <T> T checked(Supplier<T> operation) {
        try {
            return operation.get();
        } catch (ModelValidationException e) {
            throw ErrorResponse.error(e.getMessage(), Response.Status.BAD_REQUEST);
        } catch (ModelDuplicateException e) {
            throw ErrorResponse.exists(e.getMessage());
        } catch (ModelIllegalStateException e) {
            throw isOfDatabase(e) ? ErrorResponse.exists("The user's credentials are being changed by another request. Try again.") : e;
        } catch (ReadOnlyException e) {
            throw ErrorResponse.error("User is read only!", Response.Status.BAD_REQUEST);
        }
    }

    /** The database found that a simultaneous request was first: Keycloak wraps what the database says. */
    private static boolean isOfDatabase(ModelException e) {
        return e.getCause() != null;
    }
}
