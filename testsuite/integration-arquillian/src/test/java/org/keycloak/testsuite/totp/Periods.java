package org.keycloak.testsuite.totp;

import java.time.Instant;
import java.util.function.LongFunction;

/**
 * The codes of an authenticator at times of the test's choice, whatever its own clock says.
 *
 * @param algorithm SHA1, SHA256 or SHA512
 */
public record Periods(byte[] secret, String algorithm, int digits) {

    public static Periods scan(String keyUri) {
        KeyUri uri = KeyUri.parse(keyUri);
        return new Periods(Base32.decode(uri.parameter("secret")), uri.parameter("algorithm"), Integer.parseInt(uri.parameter("digits")));
    }

    public String code(long number) {
        return Rfc6238.code(secret, algorithm, digits, number);
    }

    /**
     * What is answered within one period: where the next one begins meanwhile, it is asked again, and of another user, as codes are used up.
     *
     * @param ask gets the number of the present period
     */
    public static <T> T within(int period, LongFunction<T> ask) {
        while (true) {
            long now = now(period);
            T answer = ask.apply(now);
            if (now(period) == now) {
                return answer;
            }
        }
    }

    private static long now(int period) {
        return Instant.now().getEpochSecond() / period;
    }
}
