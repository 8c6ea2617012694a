package org.keycloak.credential;

import org.keycloak.models.ModelValidationException;

/**
 * A field has a value that is not allowed. The message names the field and what is allowed, never the value, which may be secret.
 */
public class InvalidFieldException extends ModelValidationException {

    public InvalidFieldException(CredentialField field) {
        this(field.getName(), field.getAllowed());
    }

    public InvalidFieldException(String field, String allowed) {
        super("Invalid " + field + ". Allowed: " + allowed + ".");
    }
}
