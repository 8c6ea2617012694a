package org.keycloak.services.resources.admin.bulk;

import java.util.List;

import org.keycloak.credential.CredentialCreator;
import org.keycloak.credential.CredentialField;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelValidationException;
import org.keycloak.services.credential.CredentialFields;
import org.keycloak.services.resources.admin.CredentialCreation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The fields of a credential in a request for many users. A request for one user has the same fields, except that a picture has to be asked for.
 */
final class BulkFields {

    private static final String QR_SIZE = "qrSize";

    private BulkFields() {
    }

    /**
     * @param object the fields that the request fills
     * @param declared the fields that the provider declares
     * @return the same fields, with a picture's size of 0 if the type has pictures and none was asked for
     * @throws ModelValidationException if a value isn't allowed, or a required field is missing
     */
    static ObjectNode check(KeycloakSession session, JsonNode object, CredentialCreator<?, ?> creator, List<CredentialField> declared) {
        ObjectNode filled = CredentialFields.check(session, object, CredentialCreation.fields(creator, declared));
        boolean hasPictures = declared.stream().anyMatch(field -> field.getName().equals(QR_SIZE));
        return hasPictures && !filled.has(QR_SIZE) ? filled.put(QR_SIZE, 0) : filled;
    }

    /** Whether the request asks for a picture. */
    static boolean hasPicture(ObjectNode filled) {
        return filled.path(QR_SIZE).asInt() > 0;
    }
}
