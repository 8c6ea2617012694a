package org.keycloak.credential.enrolment;

import org.keycloak.models.ModelValidationException;
import org.keycloak.provider.ProviderConfigProperty;

/**
 * A field has a value that is not allowed. The message names the field and what is allowed, never the value, which may be secret.
 */
public class InvalidFieldException extends ModelValidationException {

    public InvalidFieldException(ProviderConfigProperty field) {
        super("Invalid " + field.getName() + ". " + field.getHelpText());
    }
}
