package org.keycloak.services.credential;

import org.keycloak.credential.NewCredential.QrCode;
import org.keycloak.utils.QrCodePicture;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A credential that is stored, and what is shown of it, this once.
 *
 * @param id {@code null} where it has none, since the user's storage keeps it or it is not yet confirmed
 * @param reply what is told
 * @param qrCode what there is to scan, or {@code null}
 */
public record CredentialReply(String id, ObjectNode reply, QrCode qrCode) {

    /** The reply, with the picture where there is one. */
    public ObjectNode json() {
        return qrCode == null ? reply : reply.put("qrCode", png());
    }

    /** The QR code. Nothing waits for its being drawn: no transaction, and no other request. It stays in memory, as it shows a secret. */
    public byte[] png() {
        return QrCodePicture.png(qrCode.content(), qrCode.size());
    }

    /** Without the components, so that no secret gets into a log. */
    @Override
    public String toString() {
        return "CredentialReply[" + id + "]";
    }
}
