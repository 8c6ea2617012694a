package org.keycloak.credential;

import org.keycloak.representations.idm.CreateCredentialRepresentation;

/**
 * A credential that an administrator creates for a user, before it is stored.
 *
 * @param model for Keycloak's own store; a label that was asked for replaces the model's label
 * @param storageInput for the user's storage, which is asked first and may keep the credential itself; {@code null} to ask no storage
 * @param representation the reply; it may hold the secret
 * @param qrCode a picture to add to the reply as a PNG, in its field {@code qrCode}; {@code null} for none
 */
public record NewCredential<T extends CredentialModel, R extends CreateCredentialRepresentation>(T model, CredentialInput storageInput,
        R representation, QrCode qrCode) {

    /** Without the components, so that no secret gets into a log. */
    @Override
    public String toString() {
        return "NewCredential[" + model.getType() + "]";
    }

    /**
     * A picture that a camera reads (ISO/IEC 18004).
     *
     * @param content 1 to 2,953 characters of ASCII; it may be secret
     * @param size width and height in pixels: at least one a module, at most 1000
     */
    public record QrCode(String content, int size) {

        /** Without the content, so that no secret gets into a log. */
        @Override
        public String toString() {
            return "QrCode[" + size + "]";
        }
    }
}
