package org.keycloak.testsuite.totp;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/**
 * The user's authenticator app. It is set up with a key URI or by hand, as any app.
 */
public final class Authenticator {

    private final byte[] secret;
    private final String algorithm;
    private final int digits;
    private final int period;
    private long last;

    public Authenticator(byte[] secret, String algorithm, int digits, int period) {
        this.secret = secret;
        this.algorithm = algorithm;
        this.digits = digits;
        this.period = period;
    }

    /** With the parameters that apps take for granted: SHA1, 6 digits, 30 seconds. */
    public static Authenticator of(byte[] secret) {
        return new Authenticator(secret, "SHA1", 6, 30);
    }

    /** The same, with a secret that is text. */
    public static Authenticator of(String secret) {
        return of(secret.getBytes(StandardCharsets.UTF_8));
    }

    public static Authenticator scan(String keyUri) {
        KeyUri uri = KeyUri.parse(keyUri);
        return new Authenticator(Base32.decode(uri.parameter("secret")), uri.parameter("algorithm"),
                Integer.parseInt(uri.parameter("digits")), Integer.parseInt(uri.parameter("period")));
    }

    /**
     * A code that wasn't given before. The server accepts the codes of the present period and of both neighbours, so a code is good for
     * at least one more period: a test waits for the next period only if it asks for a third code.
     */
    public synchronized String code() {
        long step = Math.max(now(), last + 1);
        while (step > now() + 1) {
            LockSupport.parkUntil(Instant.ofEpochSecond((step - 1) * period).toEpochMilli());
        }
        last = step;
        return codeOf(step);
    }

    /** The code of one period, whatever the time is. */
    public String codeOf(long step) {
        return Rfc6238.code(secret, algorithm, digits, step);
    }

    /** A code of the right length that is wrong in all periods around the present. */
    public String wrongCode() {
        for (long step = now() + 1000;; step++) {
            String code = codeOf(step);
            if (!isNear(code)) {
                return code;
            }
        }
    }

    private boolean isNear(String code) {
        for (long step = now() - 3; step <= now() + 3; step++) {
            if (codeOf(step).equals(code)) {
                return true;
            }
        }
        return false;
    }

    private long now() {
        return Instant.now().getEpochSecond() / period;
    }
}
