package org.keycloak.credential.totp;

import org.keycloak.credential.CredentialModel;
import org.keycloak.representations.idm.CreateTotpRepresentation;

/**
 * What the administrator is told of a TOTP: every value in effect.
 */
final class TotpReply {

    private TotpReply() {
    }

    static CreateTotpRepresentation of(TotpParameters totp, CredentialModel credential, String keyUri, String qrCode) {
        CreateTotpRepresentation reply = new CreateTotpRepresentation();
        reply.setId(credential.getId());
        reply.setCreatedDate(credential.getCreatedDate());
        reply.setUserLabel(totp.userLabel());
        reply.setIssuer(totp.issuer());
        reply.setAlgorithm(totp.algorithm());
        reply.setDigits(totp.digits());
        reply.setPeriod(totp.period());
        reply.setKeySize(totp.secret().bytes().length);
        reply.setQrSize(totp.qrSize());
        reply.setReplaceExisting(totp.replaceExisting());
        reply.setTotpSecret(totp.secret().value());
        reply.setSecretEncoding(totp.secret().encoding());
        reply.setTotpSecretEncoded(totp.secret().toBase32());
        reply.setKeyUri(keyUri);
        reply.setQrCode(qrCode);
        return reply;
    }
}
