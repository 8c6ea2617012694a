package org.keycloak.services.resources.admin;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.keycloak.credential.CredentialField;
import org.keycloak.credential.CredentialModel;
import org.keycloak.credential.UserCredentials;
import org.keycloak.credential.otp.OTPRefusal;
import org.keycloak.credential.otp.StoredOTP;
import org.keycloak.events.Details;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelValidationException;
import org.keycloak.models.UserCredentialModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.models.utils.CredentialValidation;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.representations.idm.ErrorRepresentation;
import org.keycloak.representations.idm.VerifyTotpRepresentation;
import org.keycloak.services.credential.AcceptedType;
import org.keycloak.services.credential.BadRequest;
import org.keycloak.services.credential.CredentialFields;
import org.keycloak.services.resources.KeycloakOpenAPI;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponses;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;

/**
 * Checks a code of a user's TOTP.
 */
@Extension(name = KeycloakOpenAPI.Profiles.ADMIN, value = "")
public class VerifyTotpResource {

    public static final String NO_TOTP = "User has no totp.";

    private static final Logger LOGGER = Logger.getLogger(VerifyTotpResource.class);

    private static final String CODE = "code";
    /** In the place of an id: the credential that the user's storage keeps. */
    private static final String STORAGE = "";

    private final KeycloakSession session;
    private final UserModel user;
    private final AdminPermissionEvaluator auth;
    private final AdminEventBuilder adminEvent;

    VerifyTotpResource(KeycloakSession session, UserModel user, AdminPermissionEvaluator auth, AdminEventBuilder adminEvent) {
        this.session = session;
        this.user = user;
        this.auth = auth;
        this.adminEvent = adminEvent;
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Tag(name = KeycloakOpenAPI.Admin.Tags.USERS)
    @Operation(summary = "Verify a code of the user's TOTP", description = "The code is judged as at a login, except that brute force detection does not count it. A valid code is used up. If no credential accepts the code, the reply has the reason.")
    @RequestBody(content = @Content(schema = @Schema(implementation = VerifyTotpRepresentation.class)))
    @APIResponses(value = {
        @APIResponse(responseCode = "200", description = "OK", content = @Content(schema = @Schema(implementation = VerifyTotpRepresentation.class))),
        @APIResponse(responseCode = "400", description = "Bad Request: no code, or the user has no TOTP", content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ErrorRepresentation.class))),
        @APIResponse(responseCode = "403", description = "Forbidden: no right to manage the user"),
        @APIResponse(responseCode = "404", description = "Not Found: no such realm or user")
    })
    public VerifyTotpRepresentation verifyTotp(InputStream body) {
        CredentialPermission permission = new CredentialPermission(session, auth);
        permission.requireVerification(user);
        UserOfPath.requireStoredId(session, user);
        AcceptedType.of(session, MediaType.APPLICATION_JSON_TYPE);
        return BadRequest.ifInvalid(() -> {
            Stream<CredentialField> code = Stream.of(CredentialField.text(CODE, 1, 255).required());
            ObjectNode fields = CredentialFields.read(session, body, Stream.concat(code, TotpSelection.fields(session).stream()).toList());
            requireStill(permission);
            return verified(fields.path(CODE).textValue(), TotpSelection.of(session, fields));
        });
    }

    /** Asks again when the body is there: the user may have become an administrator since the request was let in. This session doesn't know. */
    private void requireStill(CredentialPermission permission) {
        KeycloakModelUtils.runJobInTransaction(session.getKeycloakSessionFactory(), session.getContext(), own -> {
            UserModel now = own.users().getUserById(own.getContext().getRealm(), user.getId());
            if (now == null) {
                throw new NotFoundException("User not found");
            }
            permission.now(own).requireVerification(now);
        });
    }

    private VerifyTotpRepresentation verified(String code, TotpSelection selection) {
        UserCredentials credentials = new UserCredentials(session, session.getContext().getRealm(), user);
        List<CredentialModel> totps = totps();
        boolean storage = UserCredentials.supports(user) && credentials.storageHas(OTPCredentialModel.TYPE);
        if (totps.isEmpty() && !storage) {
            throw new ModelValidationException(NO_TOTP);
        }
        List<String> asked = new ArrayList<>(likelyFirst(totps.stream().filter(selection), code));
        if (storage && selection.isAll()) {
            asked.add(STORAGE);
        }
        List<UserCredentialModel> inputs = asked.stream().map(id -> new UserCredentialModel(id, OTPCredentialModel.TYPE, code)).toList();
        Optional<String> accepting = inputs.stream().filter(input -> isTrueOf(input.getCredentialId(), () -> user.credentialManager().isValid(input)))
                .findFirst().map(UserCredentialModel::getCredentialId);
        VerifyTotpRepresentation reply = new VerifyTotpRepresentation();
        reply.setValid(accepting.isPresent());
        reply.setId(accepting.filter(id -> !id.equals(STORAGE)).orElse(null));
        reply.setReason(accepting.isPresent() ? null : reason(inputs));
        report(selection.isAll() || asked.size() != 1 ? reply.getId() : asked.get(0), reply);
        return reply;
    }

    /**
     * A code that is right for one credential must not count as a wrong code of the others.
     *
     * @return ids of the credentials, first of those for which the code looks right
     */
    private static List<String> likelyFirst(Stream<CredentialModel> totps, String code) {
        Predicate<CredentialModel> likely = totp -> isTrueOf(totp.getId(), () -> isLikely(totp, code));
        return totps.sorted(Comparator.comparing(likely::test).reversed()).map(CredentialModel::getId).toList();
    }

    /** The gravest reason of all: a lock goes first, because only an administrator ends it. It says nothing of a code that wasn't checked. */
    private static String reason(List<UserCredentialModel> refused) {
        return refused.stream().map(OTPRefusal::of).max(Comparator.naturalOrder()).orElse(OTPRefusal.INVALID).toString();
    }

    private void report(String credentialId, VerifyTotpRepresentation reply) {
        new CredentialEvents(adminEvent, session).action(OTPCredentialModel.TYPE)
                .detail(Details.CREDENTIAL_ID, credentialId)
                .detail("valid", String.valueOf(reply.isValid()))
                .detail(Details.REASON, reply.getReason())
                .success();
    }

    private List<CredentialModel> totps() {
        return UserCredentials.supports(user) ? user.credentialManager().getStoredCredentialsByTypeStream(OTPCredentialModel.TYPE)
                .filter(StoredOTP::isTotp).toList() : List.of();
    }

    /** An import of users may leave anything in one credential. The others must be checked all the same. */
    private static boolean isTrueOf(String credentialId, BooleanSupplier check) {
        try {
            return check.getAsBoolean();
        } catch (RuntimeException e) {
            LOGGER.warnf("The credential %s can't be judged: %s", credentialId, e.getClass().getSimpleName()); // the exception's message may quote the secret
            return false;
        }
    }

    private static boolean isLikely(CredentialModel totp, String code) {
        return CredentialValidation.validOTP(code, OTPCredentialModel.createFromCredentialModel(totp), 1);
    }
}
