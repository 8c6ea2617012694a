package org.keycloak.credential;

import org.keycloak.representations.idm.CreateCredentialRepresentation;

/**
 * A credential that an administrator creates for a user, before it is stored.
 *
 * @param model for Keycloak's own store; a label that was asked for takes the place of its own
 * @param storageInput for the user's storage, which is asked first and may keep the credential itself; {@code null} where it can't be asked
 * @param representation what the administrator is told; it may hold the secret
 * @param qrCode what the administrator is shown as well, as a PNG in the reply's field {@code qrCode}; or {@code null}
 */
public record NewCredential<T extends CredentialModel, R extends CreateCredentialRepresentation>(T model, CredentialInput storageInput,
        R representation, QrCode qrCode) {

    /** Without the components, so that no secret gets into a log. */
    @Override
    public String toString() {
        return "NewCredential[" + model.getType() + "]";
    }

    /**
     * @param content ASCII text to be read by a camera, 1 to 2,953 characters; it may be secret
     * @param size width and height of the picture in pixels: one for each module at least, 1000 at most
     */
    public record QrCode(String content, int size) {

        @Override
        public String toString() {
            return "QrCode[" + size + "]";
        }
    }
}
