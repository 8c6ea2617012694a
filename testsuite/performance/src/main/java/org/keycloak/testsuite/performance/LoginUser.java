package org.keycloak.testsuite.performance;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

import org.keycloak.models.utils.HmacOTP;

/**
 * A user with a password and a TOTP.
 *
 * @param step time step (RFC 6238) whose code was given last
 */
record LoginUser(String name, String secret, AtomicLong step) {

    static final String PASSWORD = "correct-horse";
    /** Has the length of a right code, and is never right. */
    static final String WRONG_CODE = "wrong1";

    private static final int DIGITS = 6;
    private static final int PERIOD = 30;
    private static final HmacOTP OTP = new HmacOTP(DIGITS, HmacOTP.HMAC_SHA1, 0);

    static LoginUser of(String name) {
        return new LoginUser(name, HmacOTP.generateSecret(32), new AtomicLong());
    }

    /** The code of the present period, or of the next one if the present one was given. Waits if both were given. */
    String freshCode() {
        long fresh = step.updateAndGet(last -> Math.max(now(), last + 1));
        while (fresh > now() + 1) {
            LockSupport.parkUntil(Instant.ofEpochSecond((fresh - 1) * PERIOD).toEpochMilli());
        }
        return OTP.generateOTP(secret.getBytes(StandardCharsets.UTF_8), Long.toHexString(fresh), DIGITS, HmacOTP.HMAC_SHA1);
    }

    private static long now() {
        return Instant.now().getEpochSecond() / PERIOD;
    }

    Map<String, Object> representation() {
        return Users.user(name, List.of(Users.password(PASSWORD), Users.totp(secret)));
    }
}
