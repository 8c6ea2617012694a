package org.keycloak.handout.token;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Keycloak takes of a token. Each method throws {@link IllegalArgumentException} with what is allowed, and without the secret. */
public final class TokenLimits {

    private static final Set<String> ALGORITHMS = Set.of("SHA1", "SHA256", "SHA512");
    private static final Pattern PERIOD = Pattern.compile("([0-9]{1,3})\\s*(s|sec|seconds)?", Pattern.CASE_INSENSITIVE);

    private TokenLimits() {
    }

    /** A seed of 16 to 128 bytes: RFC 4226, section 4, asks for 128 bits at least. */
    public static byte[] secret(byte[] secret) {
        if (secret.length < 16 || secret.length > 128) {
            throw new IllegalArgumentException("The seed has " + secret.length + " bytes; 16 to 128 are allowed");
        }
        return secret;
    }

    /** Digits of a code: 6 or 8. */
    public static int digits(String digits) {
        if (!digits.matches("[68]")) {
            throw new IllegalArgumentException("The number of digits is " + quoted(digits) + "; 6 and 8 are allowed");
        }
        return Integer.parseInt(digits);
    }

    /** Seconds that a code is valid for: 10 to 300. */
    public static int period(String period) {
        Matcher matcher = PERIOD.matcher(period);
        int seconds = matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
        if (seconds < 10 || seconds > 300) {
            throw new IllegalArgumentException("The time interval is " + quoted(period) + "; 10 to 300 seconds are allowed");
        }
        return seconds;
    }

    /** The algorithm by Keycloak's name, from any usual spelling, such as {@code SHA-256} or {@code HMAC_SHA256}. */
    public static String algorithm(String algorithm) {
        String plain = algorithm.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "").replaceFirst("^HMAC", "");
        if (!ALGORITHMS.contains(plain)) {
            throw new IllegalArgumentException("The algorithm is " + quoted(algorithm) + "; SHA1, SHA256 and SHA512 are allowed");
        }
        return "Hmac" + plain;
    }

    /** A value that stands in the wrong column could be a seed. So a long one isn't shown. */
    private static String quoted(String value) {
        return value.length() > 15 ? "a text of " + value.length() + " characters" : "\"" + value + "\"";
    }
}
