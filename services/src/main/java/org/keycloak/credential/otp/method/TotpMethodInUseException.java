package org.keycloak.credential.otp.method;

import org.keycloak.models.ModelValidationException;

/**
 * A TOTP method can't be removed or renamed, because something refers to it. The message says what refers to it.
 */
public class TotpMethodInUseException extends ModelValidationException {

    /**
     * @param change {@code removed} or {@code renamed}
     * @param reference what refers to the method, in words
     */
    TotpMethodInUseException(String change, String reference) {
        super("The TOTP method can't be " + change + ". It is in use: " + reference + " refers to it.");
    }
}
