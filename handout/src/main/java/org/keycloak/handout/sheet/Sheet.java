package org.keycloak.handout.sheet;

import java.time.Instant;
import java.util.Locale;

/**
 * What is printed for one user. It has no {@code toString} with a secret.
 *
 * @param username name that the user logs in with
 * @param name first and last name; {@code null} if they aren't known
 * @param department the user's department; {@code null} if it isn't known
 * @param locale language of the texts; {@code null} for the language of the run
 * @param issuer issuer of the key, as the app shows it
 * @param userLabel name of the device; {@code null} if it has none
 * @param keyUri content of the QR code (key URI format)
 * @param key the secret in Base32, without padding
 * @param deadline when the TOTP expires if it isn't used before; {@code null} if it doesn't
 */
public record Sheet(String username, String name, String department, Locale locale, String issuer, String userLabel, String keyUri, String key,
        Instant deadline) {

    @Override
    public String toString() {
        return "Sheet of " + username;
    }
}
