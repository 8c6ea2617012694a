package org.keycloak.testsuite.totp;

/**
 * The keys of RFC 6238's table. The text of the RFC shows only the key of 20 bytes. Its program has a key as long as each hash.
 */
public final class Rfc6238Key {

    private Rfc6238Key() {
    }

    public static String of(String algorithm) {
        return switch (algorithm) {
            case "SHA1" -> digits(20);
            case "SHA256" -> digits(32);
            case "SHA512" -> digits(64);
            default -> throw new IllegalArgumentException(algorithm);
        };
    }

    private static String digits(int length) {
        return "1234567890".repeat(7).substring(0, length);
    }
}
