package org.keycloak.credential.otp;

import java.util.function.Supplier;

import org.keycloak.credential.CredentialField;
import org.keycloak.credential.InvalidFieldException;
import org.keycloak.credential.NewCredential.QrCode;
import org.keycloak.models.ModelValidationException;
import org.keycloak.representations.idm.CreateTotpRepresentation;

/**
 * A TOTP that was asked for: its key, and the QR code to show it with.
 *
 * @param qrCode of the key's URI; {@code null} for no picture
 */
record NewTotp(TotpKey key, QrCode qrCode) {

    /**
     * @param representation what is asked for: values that {@link TotpFields} allow
     * @param realmIssuer asked only if it is needed
     * @throws InvalidFieldException if a value isn't allowed beside another one, or for this user
     * @throws ModelValidationException if a default isn't allowed
     */
    static NewTotp of(CreateTotpRepresentation representation, TotpDefaults defaults, String accountName, Supplier<String> realmIssuer) {
        TotpRequest request = TotpRequest.read(representation);
        TotpKey key = defaults.key(request, accountName, realmIssuer);
        return new NewTotp(key, qrCode(key.uriForQrCode(), request.qrSize(), new TotpFields(defaults).qrSize()));
    }

    /** Nothing is drawn yet: the length of the URI tells how large a picture of it must be. */
    private static QrCode qrCode(String uri, Integer asked, CredentialField field) {
        int size = asked != null ? asked : (int) field.getDefaultValue();
        if (size == 0) {
            return null;
        }
        int least = QrCodeSize.least(uri);
        if (least == 0) {
            throw new InvalidFieldException(TotpFields.QR_SIZE, "0 for no picture, since no QR code holds this issuer and user name; or a shorter issuer");
        }
        if (asked != null && asked < least) {
            throw new InvalidFieldException(TotpFields.QR_SIZE, "for this user 0, or " + least + " to " + QrCodeSize.MAX);
        }
        // A phone can't read modules of one pixel, so the default grows to two.
        return new QrCode(uri, asked != null ? asked : Math.max(size, 2 * least));
    }

    /**
     * @return all values in effect, and the secret
     */
    CreateTotpRepresentation toRepresentation() {
        CreateTotpRepresentation representation = new CreateTotpRepresentation();
        representation.setIssuer(key.issuer());
        representation.setAlgorithm(key.algorithm());
        representation.setDigits(key.digits());
        representation.setPeriod(key.period());
        TotpSecret secret = key.secret();
        representation.setTotpSecret(secret.value());
        representation.setSecretEncoding(secret.writtenAs().name());
        representation.setTotpSecretEncoded(secret.toBase32());
        representation.setKeySize(secret.bytes().length);
        representation.setKeyUri(qrCode == null ? key.uri() : qrCode.content());
        representation.setQrSize(qrCode == null ? 0 : qrCode.size());
        return representation;
    }

    /** Without the components, so that no secret gets into a log. */
    @Override
    public String toString() {
        return "NewTotp";
    }
}
