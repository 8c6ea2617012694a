package org.keycloak.services.credential;

import org.keycloak.credential.NewCredential.QrCode;
import org.keycloak.utils.QrCodePicture;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The reply to a request that made a credential. It shows the secret, this once.
 *
 * @param id the credential's id; {@code null} if the user's storage keeps the credential, or the user has yet to confirm it
 * @param reply the fields of the reply, without the picture
 * @param qrCode the picture, not yet drawn; {@code null} for none
 */
public record CredentialReply(String id, ObjectNode reply, QrCode qrCode) {

    /**
     * @return the reply, with the picture if there is one
     */
    public ObjectNode json() {
        return qrCode == null ? reply : reply.put("qrCode", png());
    }

    public CredentialReply withoutPicture() {
        return new CredentialReply(id, reply, null);
    }

    /**
     * Draws the QR code. Call it after the change of the user's credentials, so that no transaction and no other request waits for it. The
     * picture stays in memory, because it shows a secret.
     *
     * @return a PNG
     */
    public byte[] png() {
        return QrCodePicture.png(qrCode.content(), qrCode.size());
    }

    /** Without the components, so that no secret gets into a log. */
    @Override
    public String toString() {
        return "CredentialReply[" + id + "]";
    }
}
