package org.keycloak.credential;

import org.keycloak.models.ModelValidationException;

/**
 * The user has a credential that a new one would have to replace.
 */
public final class CredentialExistsException extends ModelValidationException {

    /**
     * @param shortName name of the credential's type
     */
    public CredentialExistsException(String shortName) {
        super("User already has " + shortName + ". Remove first.");
    }
}
