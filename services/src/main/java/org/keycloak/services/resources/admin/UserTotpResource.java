package org.keycloak.services.resources.admin;

import java.io.InputStream;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.ws.rs.NotAcceptableException;
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
import org.keycloak.representations.idm.VerifyTotpRepresentation;
import org.keycloak.services.ErrorResponse;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;
import org.keycloak.storage.ReadOnlyException;

/**
 * What an administrator does with one user's TOTP: create, remove and verify it. The endpoints hand over to it.
 */
public class UserTotpResource {

    public static final String PNG = "image/png";

    private static final MediaType PNG_TYPE = MediaType.valueOf(PNG);

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
     * @return the same with every value in effect, the secret and its QR code; the picture alone where a PNG is accepted
     */
    public Response createTotp(InputStream body) {
        auth.users().requireManage(user);
        MediaType type = acceptable(MediaType.APPLICATION_JSON_TYPE, PNG_TYPE);
        return checked(() -> {
            Map<String, Object> fields = EnrolmentFields.read(body, totp.getFields());
            if (type == PNG_TYPE && Integer.valueOf(0).equals(fields.get(QR_SIZE))) {
                throw new ModelValidationException("Invalid " + QR_SIZE + ". A picture is asked for: 100 to 1000.");
            }
            CreateTotpRepresentation created = create(fields);
            Object entity = type == PNG_TYPE ? Base64.getDecoder().decode(created.getQrCode()) : created;
            return Response.ok(entity, type).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
        });
    }

    /**
     * Removes the user's OTP credentials, if there are any.
     */
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
    public VerifyTotpRepresentation verifyTotp(InputStream body) {
        auth.users().requireManage(user);
        acceptable(MediaType.APPLICATION_JSON_TYPE);
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

    /** Before anything is changed: RESTEasy refuses other types only when it has the reply. */
    private MediaType acceptable(MediaType... produced) {
        return session.getContext().getRequestHeaders().getAcceptableMediaTypes().stream()
                .flatMap(accepted -> Stream.of(produced).filter(accepted::isCompatible))
                .findFirst()
                .orElseThrow(NotAcceptableException::new);
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
