package org.keycloak.credential.otp;

import java.util.List;

import org.keycloak.credential.CredentialField;
import org.keycloak.models.OTPPolicy;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.models.utils.TimeBasedOTP;
import org.keycloak.utils.StringUtil;

import static org.keycloak.models.utils.HmacOTP.HMAC_SHA1;
import static org.keycloak.models.utils.HmacOTP.HMAC_SHA256;
import static org.keycloak.models.utils.HmacOTP.HMAC_SHA512;

/**
 * The fields of a TOTP that an administrator may fill, with their defaults. What a realm's policy leaves out, as an import of a realm may,
 * is as in {@link OTPPolicy#DEFAULT_POLICY}.
 */
public record TotpFields(TotpDefaults defaults) {

    static final String KEY_SIZE = "keySize";
    static final String QR_SIZE = "qrSize";
    static final String TOTP_SECRET = "totpSecret";
    static final String SECRET_ENCODING = "secretEncoding";
    static final String KEY_URI = "keyUri";

    static final int DEFAULT_QR_SIZE = 246; // as on Keycloak's setup page
    /** HmacOTP draws a byte from 59 characters: 32 of them hold 188 bits, over the 160 that RFC 4226 recommends; 20 would hold 118. */
    public static final int DEFAULT_KEY_SIZE = 32;

    private static final String HMAC = "Hmac";

    public TotpFields(OTPPolicy policy) {
        this(TotpDefaults.of(policy));
    }

    public List<CredentialField> all() {
        return List.of(issuer(), algorithm(), digits(), period(),
                keySize().defaultValue(defaults.keySize()).describedAs("Key size",
                        "Length of a generated secret in bytes. Default: " + DEFAULT_KEY_SIZE + ", and 64 for SHA512. With a secret to import: none, or its length."),
                qrSize(),
                CredentialField.text(TOTP_SECRET, 1, TotpSecret.MAX_LENGTH).secret()
                        .describedAs("Secret", "Secret to import, " + TotpSecret.MIN_BYTES + " to " + TotpSecret.MAX_BYTES
                                + " bytes, of a hardware token for example. Default: generated."),
                secretEncoding(),
                CredentialField.text(KEY_URI, 1, KeyUriParameters.MAX_LENGTH).secret()
                        .describedAs("Key URI", "Secret to import, digits, period, algorithm and issuer as an otpauth://totp/ URI, instead of these fields."));
    }

    static CredentialField secretEncoding() {
        return CredentialField.list(SECRET_ENCODING, TotpSecretEncoding.names())
                .describedAs("Secret encoding", "How the secret to import is written. Needed with one.");
    }

    CredentialField issuer() {
        return CredentialField.text("issuer", 1, 255).defaultValue(defaults.issuer())
                .describedAs("Issuer", "Who issued the key, in the key URI and in the app. Default: the realm's display name, else its name.");
    }

    public static CredentialField keySize() {
        return CredentialField.integer(KEY_SIZE).range(20, 128);
    }

    public CredentialField qrSize() {
        return CredentialField.integer(QR_SIZE).options("0").range(100, QrCodeSize.MAX)
                .defaultValue(defaults.qrSize() == null ? DEFAULT_QR_SIZE : defaults.qrSize())
                .describedAs("QR code size", "Width and height of the QR code in pixels; 0 for no picture.");
    }

    public CredentialField algorithm() {
        OTPPolicy policy = defaults.policy();
        String algorithm = StringUtil.isBlank(policy.getAlgorithm()) ? OTPPolicy.DEFAULT_POLICY.getAlgorithm() : policy.getAlgorithm();
        return CredentialField.list("algorithm", HMAC_SHA1, HMAC_SHA256, HMAC_SHA512, shortName(HMAC_SHA1), shortName(HMAC_SHA256), shortName(HMAC_SHA512))
                .defaultValue(algorithm)
                .describedAs("Algorithm", "Hash algorithm of the codes.");
    }

    public CredentialField digits() {
        OTPPolicy policy = defaults.policy();
        return CredentialField.integer("digits").options("6", "8")
                .defaultValue(policy.getDigits() == 0 ? OTPPolicy.DEFAULT_POLICY.getDigits() : policy.getDigits())
                .describedAs("Digits", "Length of a code.");
    }

    public CredentialField period() {
        OTPPolicy policy = defaults.policy();
        int period = OTPCredentialModel.TOTP.equals(policy.getType()) ? policy.getPeriod() : 0; // that of a HOTP policy means nothing
        return CredentialField.integer("period").range(10, 300)
                .defaultValue(period == 0 ? TimeBasedOTP.DEFAULT_INTERVAL_SECONDS : period)
                .describedAs("Period", "Time step (RFC 6238, X) in seconds.");
    }

    /** The algorithm's name in the Key URI format. */
    static String shortName(String algorithm) {
        return algorithm.substring(HMAC.length());
    }

    /** A MAC of the JCA. */
    public static String withPrefix(String algorithm) {
        return algorithm.startsWith(HMAC) ? algorithm : HMAC + algorithm;
    }
}
