package org.keycloak.testsuite.performance;

import java.util.List;
import java.util.Map;

/**
 * Users and credentials as Keycloak imports them.
 */
final class Users {

    private Users() {
    }

    static Map<String, Object> user(String name, List<Map<String, String>> credentials) {
        return Map.of("username", name, "enabled", true, "firstName", "Erika", "lastName", "Mustermann", "email", name + "@example.com",
                "credentials", credentials);
    }

    static Map<String, String> password(String value) {
        return Map.of("type", "password", "value", value);
    }

    /** A TOTP of Keycloak's defaults. */
    static Map<String, String> totp(String secret) {
        return Map.of("type", "otp",
                "credentialData", "{\"subType\": \"totp\", \"digits\": 6, \"counter\": 0, \"period\": 30, \"algorithm\": \"HmacSHA1\"}",
                "secretData", "{\"value\": \"" + secret + "\"}");
    }

    /**
     * A TOTP of long ago.
     *
     * @param counter number of its method, with the marks of its state
     */
    static Map<String, Object> totp(int counter) {
        return Map.of("type", "otp", "createdDate", 1_500_000_000_000L,
                "credentialData", "{\"subType\":\"totp\",\"digits\":6,\"counter\":" + counter + ",\"period\":30,\"algorithm\":\"HmacSHA1\"}",
                "secretData", "{\"value\":\"12345678901234567890\"}");
    }
}
