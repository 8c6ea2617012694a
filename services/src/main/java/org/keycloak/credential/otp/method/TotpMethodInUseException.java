package org.keycloak.credential.otp.method;

import org.keycloak.models.ModelValidationException;

/**
 * Something refers to a TOTP method that is to be removed or renamed. The message says what.
 */
public class TotpMethodInUseException extends ModelValidationException {

    TotpMethodInUseException(String change, String reference) {
        super("The TOTP method can't be " + change + ". It is in use: " + reference + " refers to it.");
    }
}
