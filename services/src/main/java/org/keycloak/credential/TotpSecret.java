package org.keycloak.credential;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import org.keycloak.models.credential.OTPCredentialModel.SecretEncoding;
import org.keycloak.models.utils.Base32;
import org.keycloak.models.utils.HmacOTP;

/**
 * A shared secret (RFC 6238, K).
 *
 * @param value as Keycloak stores it
 * @param encoding how {@code value} is written: the name of a {@link SecretEncoding}, or {@code null} for plain text in UTF-8
 */
record TotpSecret(String value, String encoding) {

    static final int MIN_BYTES = 16; // RFC 4226, section 4, R6
    static final int MAX_BYTES = 128;
    /** Of the greatest secret in Base32, with its padding. */
    static final int MAX_LENGTH = (MAX_BYTES + 4) / 5 * 8;

    static TotpSecret generate(int bytes) {
        return new TotpSecret(HmacOTP.generateSecret(bytes), null); // ASCII: a byte is a character
    }

    /**
     * @param value at most {@link #MAX_LENGTH} characters
     */
    static TotpSecret imported(String value, String encoding) {
        TotpSecret secret = encoding == null ? new TotpSecret(value, null) : base32(value);
        int length = secret.bytes().length;
        if (length < MIN_BYTES || length > MAX_BYTES) {
            throw invalid();
        }
        return secret;
    }

    private static TotpSecret base32(String value) {
        String canonical = withoutPadding(value.toUpperCase(Locale.ROOT));
        // Base32.decode passes over what it doesn't know: only what comes back whole was Base32.
        if (!Base32.encode(Base32.decode(canonical)).equals(canonical)) {
            throw invalid();
        }
        return new TotpSecret(canonical, SecretEncoding.BASE32.name());
    }

    private static String withoutPadding(String value) {
        int end = value.length();
        while (end > 0 && value.charAt(end - 1) == '=') {
            end--;
        }
        return value.substring(0, end);
    }

    private static InvalidFieldException invalid() {
        return new InvalidFieldException(TotpFields.TOTP_SECRET, MIN_BYTES + " to " + MAX_BYTES
                + " bytes, as text without control characters, or in Base32 with " + TotpFields.SECRET_ENCODING + " " + SecretEncoding.BASE32);
    }

    byte[] bytes() {
        return encoding == null ? value.getBytes(StandardCharsets.UTF_8) : Base32.decode(value);
    }

    /**
     * @return the secret as text that gives the same bytes in UTF-8; empty where there is none
     */
    Optional<String> text() {
        String text = new String(bytes(), StandardCharsets.UTF_8);
        return Arrays.equals(text.getBytes(StandardCharsets.UTF_8), bytes()) && text.chars().noneMatch(Character::isISOControl)
                ? Optional.of(text) : Optional.empty();
    }

    /** In Base32 (RFC 4648) without padding, as authenticator apps take it. */
    String toBase32() {
        return Base32.encode(bytes());
    }

    /** Without the value, so that it never gets into a log. */
    @Override
    public String toString() {
        return "TotpSecret";
    }
}
