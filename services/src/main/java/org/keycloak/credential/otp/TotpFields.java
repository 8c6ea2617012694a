package org.keycloak.credential.otp;

import java.util.List;

import org.keycloak.credential.CredentialField;
import org.keycloak.credential.InvalidFieldException;
import org.keycloak.models.OTPPolicy;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.models.utils.TimeBasedOTP;
import org.keycloak.utils.StringUtil;

import static org.keycloak.models.utils.HmacOTP.HMAC_SHA1;
import static org.keycloak.models.utils.HmacOTP.HMAC_SHA256;
import static org.keycloak.models.utils.HmacOTP.HMAC_SHA512;

/**
 * The fields of a TOTP that an administrator may fill, with their defaults. The policy of an imported realm may lack values: these are as
 * in {@link OTPPolicy#DEFAULT_POLICY}.
 */
public record TotpFields(TotpDefaults defaults) {

    public static final String ISSUER = "issuer";
    public static final String ALGORITHM = "algorithm";
    static final String DIGITS = "digits";
    static final String PERIOD = "period";
    static final String KEY_SIZE = "keySize";
    static final String QR_SIZE = "qrSize";
    static final String TOTP_SECRET = "totpSecret";
    static final String SECRET_ENCODING = "secretEncoding";
    static final String KEY_URI = "keyUri";

    /** In pixels, as on Keycloak's setup page (TotpUtils). */
    static final int DEFAULT_QR_SIZE = 246;
    /**
     * In bytes. {@code HmacOTP} draws each byte from 59 characters, so 32 bytes hold 188 bits and 20 bytes would hold 118. RFC 4226
     * (section 4, R6) requires 128 bits and recommends 160.
     */
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
                CredentialField.text(KEY_URI, 1, KeyUriReader.MAX_LENGTH).secret()
                        .describedAs("Key URI", "Secret to import, digits, period, algorithm and issuer as an otpauth://totp/ URI, instead of these fields."));
    }

    static CredentialField secretEncoding() {
        return CredentialField.list(SECRET_ENCODING, TotpSecretEncoding.names())
                .describedAs("Secret encoding", "How the secret to import is written. Needed with one.");
    }

    CredentialField issuer() {
        return CredentialField.text(ISSUER, 1, 255).defaultValue(defaults.issuer())
                .describedAs("Issuer", "Who issued the key, in the key URI and in the app. Default: the realm's display name, else its name.");
    }

    /**
     * @return the field without its default, which depends on the algorithm
     */
    public static CredentialField keySize() {
        return CredentialField.integer(KEY_SIZE).range(20, 128);
    }

    public CredentialField qrSize() {
        return pictureSize().options("0")
                .defaultValue(defaults.qrSize() == null ? DEFAULT_QR_SIZE : defaults.qrSize())
                .describedAs("QR code size", "Width and height of the QR code in pixels; 0 for no picture.");
    }

    private static CredentialField pictureSize() {
        return CredentialField.integer(QR_SIZE).range(100, QrCodeSize.MAX);
    }

    /**
     * @return the refusal of a request that accepts nothing but a picture, and would get none
     */
    public static InvalidFieldException pictureRequired() {
        return new InvalidFieldException(QR_SIZE, pictureSize().getAllowed() + ", since a picture is asked for");
    }

    public CredentialField algorithm() {
        OTPPolicy policy = defaults.policy();
        String algorithm = StringUtil.isBlank(policy.getAlgorithm()) ? OTPPolicy.DEFAULT_POLICY.getAlgorithm() : policy.getAlgorithm();
        return CredentialField.list(ALGORITHM, HMAC_SHA1, HMAC_SHA256, HMAC_SHA512, shortName(HMAC_SHA1), shortName(HMAC_SHA256), shortName(HMAC_SHA512))
                .defaultValue(algorithm)
                .describedAs("Algorithm", "Hash algorithm of the codes.");
    }

    public CredentialField digits() {
        OTPPolicy policy = defaults.policy();
        return CredentialField.integer(DIGITS).options("6", "8")
                .defaultValue(policy.getDigits() == 0 ? OTPPolicy.DEFAULT_POLICY.getDigits() : policy.getDigits())
                .describedAs("Digits", "Length of a code.");
    }

    public CredentialField period() {
        OTPPolicy policy = defaults.policy();
        int period = OTPCredentialModel.TOTP.equals(policy.getType()) ? policy.getPeriod() : 0; // an HOTP policy has a period that means nothing
        return CredentialField.integer(PERIOD).range(10, 300)
                .defaultValue(period == 0 ? TimeBasedOTP.DEFAULT_INTERVAL_SECONDS : period)
                .describedAs("Period", "Time step (RFC 6238, X) in seconds.");
    }

    /**
     * @param algorithm a MAC of the JCA
     * @return the algorithm's name in the Key URI format: without {@code Hmac}
     */
    static String shortName(String algorithm) {
        return algorithm.substring(HMAC.length());
    }

    /**
     * @param algorithm with or without {@code Hmac}
     * @return a MAC of the JCA
     */
    public static String withPrefix(String algorithm) {
        return algorithm.startsWith(HMAC) ? algorithm : HMAC + algorithm;
    }
}
