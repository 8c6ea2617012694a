package org.keycloak.credential.totp;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

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

    private static final int MIN_BYTES = 16; // RFC 4226, section 4, R6
    private static final int MAX_BYTES = 128;

    static TotpSecret generate(int bytes) {
        return new TotpSecret(HmacOTP.generateSecret(bytes), null); // ASCII: a byte is a character
    }

    static TotpSecret imported(String value, String encoding) {
        TotpSecret secret = encoding == null ? plain(value) : base32(value);
        int length = secret.bytes().length;
        if (length < MIN_BYTES || length > MAX_BYTES) {
            throw TotpFields.invalid(TotpFields.TOTP_SECRET);
        }
        return secret;
    }

    private static TotpSecret plain(String value) {
        if (!Text.isPrintable(value)) {
            throw TotpFields.invalid(TotpFields.TOTP_SECRET);
        }
        return new TotpSecret(value, null);
    }

    private static TotpSecret base32(String value) {
        String canonical = value.toUpperCase(Locale.ROOT).replaceAll("=+$", "");
        // Base32.decode passes over what it doesn't know: only what comes back whole was Base32.
        if (!Base32.encode(Base32.decode(canonical)).equals(canonical)) {
            throw TotpFields.invalid(TotpFields.TOTP_SECRET);
        }
        return new TotpSecret(canonical, SecretEncoding.BASE32.name());
    }

    byte[] bytes() {
        return encoding == null ? value.getBytes(StandardCharsets.UTF_8) : Base32.decode(value);
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
