package org.keycloak.services.resources.admin;

import java.io.InputStream;
import java.util.List;
import java.util.function.Predicate;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response.Status;

import org.keycloak.credential.CredentialField;
import org.keycloak.credential.CredentialModel;
import org.keycloak.credential.otp.method.TotpMethod;
import org.keycloak.credential.otp.method.TotpMethods;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelValidationException;
import org.keycloak.models.RealmModel;
import org.keycloak.services.ErrorResponse;
import org.keycloak.services.credential.CredentialFields;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Which of a user's OTP credentials a request means.
 *
 * @param id of the only one; {@code null} for any
 * @param method that they are of; {@code null} for any
 */
record TotpSelection(String id, TotpMethod method) implements Predicate<CredentialModel> {

    private static final String ID = "id";

    static List<CredentialField> fields() {
        return List.of(CredentialField.text(ID, 1, 255).describedAs("Id", "Id of the only credential that is meant. Default: all of the user's."), methodField());
    }

    /**
     * @param body a JSON object with these fields, or nothing for all
     * @throws WebApplicationException 400 where it is anything else, or the realm has no such method
     */
    static TotpSelection read(KeycloakSession session, InputStream body) {
        try {
            return of(CredentialFields.read(session, body, fields()), session.getContext().getRealm());
        } catch (ModelValidationException e) {
            throw ErrorResponse.error(e.getMessage(), Status.BAD_REQUEST);
        }
    }

    /**
     * @throws ModelValidationException where the realm has no such method
     */
    static TotpSelection of(ObjectNode fields, RealmModel realm) {
        String method = fields.path(TotpMethods.METHOD).textValue();
        return new TotpSelection(fields.path(ID).textValue(), method == null ? null : new TotpMethods(realm).require(method));
    }

    boolean isAll() {
        return id == null && method == null;
    }

    @Override
    public boolean test(CredentialModel credential) {
        return (id == null || id.equals(credential.getId())) && (method == null || method.isOf(credential));
    }

    private static CredentialField methodField() {
        return CredentialField.text(TotpMethods.METHOD, 1, 255)
                .describedAs("TOTP method", "Id or name of the TOTP method whose credential is meant. Default: those of any, and of none.");
    }
}
