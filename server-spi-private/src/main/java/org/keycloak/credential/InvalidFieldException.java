package org.keycloak.credential;

import org.keycloak.models.ModelValidationException;

/**
 * A field has a value that is not allowed. The message says what is allowed. It never has the value, which may be secret.
 */
public class InvalidFieldException extends ModelValidationException {

    public InvalidFieldException(CredentialField field) {
        this(field.getName(), field.getAllowed());
    }

    /**
     * @param field name of the field
     * @param allowed what is allowed, in words
     */
    public InvalidFieldException(String field, String allowed) {
        super("Invalid " + field + ". Allowed: " + allowed + ".");
    }
}
