package org.keycloak.credential.otp;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

import org.keycloak.credential.InvalidFieldException;
import org.keycloak.models.credential.OTPCredentialModel.SecretEncoding;
import org.keycloak.models.utils.Base32;
import org.keycloak.models.utils.HmacOTP;

/**
 * A shared secret (RFC 6238, K).
 *
 * @param value as Keycloak stores it in {@code secretData}
 * @param encoding how {@code value} is written: the name of a {@link SecretEncoding}, or {@code null} for plain text in UTF-8
 */
public record TotpSecret(String value, String encoding) {

    /** RFC 4226, section 4, R6: at least 128 bits. */
    public static final int MIN_BYTES = 16;
    public static final int MAX_BYTES = 128;
    /** In characters: the longest secret in hexadecimal, with two separators between its bytes. */
    static final int MAX_LENGTH = 4 * MAX_BYTES;

    /**
     * @return a random secret of letters and digits in ASCII, so that a byte is a character
     */
    public static TotpSecret generate(int bytes) {
        return new TotpSecret(HmacOTP.generateSecret(bytes), null);
    }

    static TotpSecret of(byte[] bytes) {
        return new TotpSecret(Base32.encode(bytes), SecretEncoding.BASE32.name());
    }

    /**
     * @param field name of the field that has the value, for messages
     * @param value at most {@link #MAX_LENGTH} characters
     * @throws InvalidFieldException if the value isn't of this encoding, or not of {@link #MIN_BYTES} to {@link #MAX_BYTES} bytes
     */
    static TotpSecret imported(String field, String value, TotpSecretEncoding encoding) {
        TotpSecret secret = encoding.read(field, value);
        int length = secret.bytes().length;
        if (length < MIN_BYTES || length > MAX_BYTES) {
            throw new InvalidFieldException(field, "a secret of " + MIN_BYTES + " to " + MAX_BYTES + " bytes; this one has " + length);
        }
        return secret;
    }

    /**
     * @return how {@code value} is written, for a client that imports it again
     */
    TotpSecretEncoding writtenAs() {
        return encoding == null ? TotpSecretEncoding.TEXT : TotpSecretEncoding.BASE32;
    }

    byte[] bytes() {
        return encoding == null ? value.getBytes(StandardCharsets.UTF_8) : Base32.decode(value);
    }

    /**
     * @return the secret as text, of which the bytes in UTF-8 are the secret; empty if it isn't printable text
     */
    Optional<String> text() {
        String text = new String(bytes(), StandardCharsets.UTF_8);
        return Arrays.equals(text.getBytes(StandardCharsets.UTF_8), bytes()) && text.chars().noneMatch(Character::isISOControl)
                ? Optional.of(text) : Optional.empty();
    }

    /**
     * @return the secret in Base32 (RFC 4648, section 6) without padding, as authenticator apps take it
     */
    String toBase32() {
        return Base32.encode(bytes());
    }

    /** Without the value, so that it never gets into a log. */
    @Override
    public String toString() {
        return "TotpSecret";
    }
}
