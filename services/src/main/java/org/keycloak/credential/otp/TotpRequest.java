package org.keycloak.credential.otp;

import java.util.Arrays;

import org.keycloak.credential.InvalidFieldException;
import org.keycloak.representations.idm.CreateTotpRepresentation;

/**
 * The values of a TOTP that a request or a key URI states. A value that it leaves out is {@code null}.
 *
 * @param issuer without colons, see {@link TotpKey#issuer(String)}
 * @param algorithm a MAC of the JCA
 * @param digits length of a code
 * @param period in seconds
 * @param secret a secret to import
 * @param keySize length of the secret in bytes
 * @param qrSize width and height of the QR code in pixels; 0 for no picture
 */
record TotpRequest(String issuer, String algorithm, Integer digits, Integer period, TotpSecret secret, Integer keySize, Integer qrSize) {

    TotpRequest {
        issuer = issuer == null ? null : TotpKey.issuer(issuer);
        algorithm = algorithm == null ? null : TotpFields.withPrefix(algorithm);
    }

    /**
     * @param representation with values that {@link TotpFields} allow
     * @return what its fields and its key URI say together
     * @throws InvalidFieldException if the secret or the key URI can't be read, or the two contradict each other
     */
    static TotpRequest read(CreateTotpRepresentation representation) {
        TotpRequest fields = new TotpRequest(representation.getIssuer(), representation.getAlgorithm(), representation.getDigits(), representation.getPeriod(),
                secret(representation.getTotpSecret(), representation.getSecretEncoding()), representation.getKeySize(), representation.getQrSize());
        return representation.getKeyUri() == null ? fields : fields.with(KeyUriReader.read(representation.getKeyUri()));
    }

    private static TotpSecret secret(String value, String encoding) {
        if (value == null && encoding == null) {
            return null;
        }
        if (value == null) {
            throw new InvalidFieldException(TotpFields.SECRET_ENCODING, "only with " + TotpFields.TOTP_SECRET);
        }
        if (KeyUriReader.isKeyUri(value)) {
            throw new InvalidFieldException(TotpFields.TOTP_SECRET, "a secret, written as " + TotpFields.SECRET_ENCODING + " says; this is a key URI, for the field "
                    + TotpFields.KEY_URI);
        }
        if (encoding == null) { // the same characters can be a secret in several encodings
            throw new InvalidFieldException(TotpFields.SECRET_ENCODING, TotpFields.secretEncoding().getAllowed() + "; " + TotpFields.TOTP_SECRET + " needs one of them");
        }
        return TotpSecret.imported(TotpFields.TOTP_SECRET, value, TotpSecretEncoding.valueOf(encoding));
    }

    private TotpRequest with(TotpRequest keyUri) {
        if (secret != null && !Arrays.equals(secret.bytes(), keyUri.secret.bytes())) {
            throw contradiction(TotpFields.TOTP_SECRET);
        }
        return new TotpRequest(
                keyUri.issuer == null ? issuer : agreed(TotpFields.ISSUER, issuer, keyUri.issuer),
                agreed(TotpFields.ALGORITHM, algorithm, keyUri.algorithm),
                agreed(TotpFields.DIGITS, digits, keyUri.digits),
                agreed(TotpFields.PERIOD, period, keyUri.period),
                secret == null ? keyUri.secret : secret,
                keySize, qrSize);
    }

    private static <T> T agreed(String field, T asked, T ofKeyUri) {
        if (asked != null && !asked.equals(ofKeyUri)) {
            throw contradiction(field);
        }
        return ofKeyUri;
    }

    private static InvalidFieldException contradiction(String field) {
        return new InvalidFieldException(field, "with " + TotpFields.KEY_URI + " none, or what that says");
    }

    /** Without the components, so that no secret gets into a log. */
    @Override
    public String toString() {
        return "TotpRequest";
    }
}
