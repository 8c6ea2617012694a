package org.keycloak.services.resources.admin;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

import jakarta.ws.rs.WebApplicationException;

import org.keycloak.credential.CredentialField;
import org.keycloak.credential.CredentialModel;
import org.keycloak.credential.CredentialProvider;
import org.keycloak.credential.OTPCredentialProviderFactory;
import org.keycloak.credential.otp.TotpMethodSupport;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelValidationException;
import org.keycloak.services.credential.BadRequest;
import org.keycloak.services.credential.CredentialFields;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Which of a user's OTP credentials a request means.
 *
 * @param id id of the only credential; {@code null} for any
 * @param ofMethod whether a credential belongs to the method that the request names; {@code null} if it names none
 */
record TotpSelection(String id, Predicate<CredentialModel> ofMethod) implements Predicate<CredentialModel> {

    private static final CredentialField ID = CredentialField.text("id", 1, 255)
            .describedAs("Id", "Id of the only credential that is meant. Default: all of the user's.");
    private static final CredentialField METHOD = CredentialField.text("method", 1, 255)
            .describedAs("TOTP method", "Id or name of the TOTP method whose credential is meant. Default: those of any, and of none.");

    static List<CredentialField> fields(KeycloakSession session) {
        return Stream.concat(Stream.of(ID), methods(session).map(methods -> METHOD).stream()).toList();
    }

    /**
     * @param body a JSON object with these fields, or nothing for all
     * @throws WebApplicationException 400 if it is anything else, or the realm has no such method
     */
    static TotpSelection read(KeycloakSession session, InputStream body) {
        return BadRequest.ifInvalid(() -> of(session, CredentialFields.read(session, body, fields(session))));
    }

    /**
     * @throws ModelValidationException if the realm has no such method
     */
    static TotpSelection of(KeycloakSession session, ObjectNode fields) {
        String method = fields.path(METHOD.getName()).textValue();
        Predicate<CredentialModel> ofMethod = method == null ? null : methods(session).orElseThrow().credentialsOf(session.getContext().getRealm(), method);
        return new TotpSelection(fields.path(ID.getName()).textValue(), ofMethod);
    }

    /** Empty if the provider of OTPs knows no methods. */
    static Optional<TotpMethodSupport> methods(KeycloakSession session) {
        return session.getProvider(CredentialProvider.class, OTPCredentialProviderFactory.PROVIDER_ID) instanceof TotpMethodSupport methods
                ? Optional.of(methods) : Optional.empty();
    }

    boolean isAll() {
        return id == null && ofMethod == null;
    }

    @Override
    public boolean test(CredentialModel credential) {
        return (id == null || id.equals(credential.getId())) && (ofMethod == null || ofMethod.test(credential));
    }
}
