package org.keycloak.testsuite.performance.login;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

import org.keycloak.models.utils.HmacOTP;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/**
 * A user with a password and a TOTP, who knows which code was not given yet: each is good for one login.
 */
final class LoginUser {

    static final String PASSWORD = "correct horse";

    private static final int DIGITS = 6;
    private static final int PERIOD = 30;
    private static final HmacOTP OTP = new HmacOTP(DIGITS, HmacOTP.HMAC_SHA1, 0);

    private final String name;
    private final String secret;
    private long last;

    LoginUser(String name) {
        this.name = name;
        this.secret = HmacOTP.generateSecret(32);
    }

    String name() {
        return name;
    }

    /** Of the present period, or of the next where that was given. Waits where both were. */
    String freshCode() {
        long step = Math.max(now(), last + 1);
        while (step > now() + 1) {
            LockSupport.parkUntil(Instant.ofEpochSecond((step - 1) * PERIOD).toEpochMilli());
        }
        last = step;
        return code(step);
    }

    String wrongCode() {
        List<String> near = List.of(code(now() - 1), code(now()), code(now() + 1), code(now() + 2));
        for (long step = now() + 1000;; step++) {
            if (!near.contains(code(step))) {
                return code(step);
            }
        }
    }

    private String code(long step) {
        return OTP.generateOTP(secret.getBytes(StandardCharsets.UTF_8), Long.toHexString(step), DIGITS, HmacOTP.HMAC_SHA1);
    }

    private static long now() {
        return Instant.now().getEpochSecond() / PERIOD;
    }

    UserRepresentation representation() {
        CredentialRepresentation password = new CredentialRepresentation();
        password.setType(CredentialRepresentation.PASSWORD);
        password.setValue(PASSWORD);
        CredentialRepresentation totp = new CredentialRepresentation();
        totp.setType("otp");
        totp.setCredentialData("{\"subType\": \"totp\", \"digits\": " + DIGITS + ", \"counter\": 0, \"period\": " + PERIOD + ", \"algorithm\": \"HmacSHA1\"}");
        totp.setSecretData("{\"value\": \"" + secret + "\"}");
        UserRepresentation user = new UserRepresentation();
        user.setUsername(name);
        user.setEnabled(true);
        user.setFirstName("Erika");
        user.setLastName("Mustermann");
        user.setEmail(name + "@example.com");
        user.setCredentials(List.of(password, totp));
        return user;
    }
}
