package org.keycloak.testsuite.totp;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * TOTP as RFC 6238 has it, written for the tests.
 */
public final class Rfc6238 {

    private Rfc6238() {
    }

    /**
     * @param algorithm SHA1, SHA256 or SHA512
     * @param step the number of whole periods since 1970 (RFC 6238, T)
     */
    public static String code(byte[] secret, String algorithm, int digits, long step) {
        byte[] hash = hmac(secret, algorithm, ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        // RFC 4226, section 5.3: dynamic truncation
        int offset = hash[hash.length - 1] & 0xf;
        int number = ByteBuffer.wrap(hash).getInt(offset) & 0x7fffffff;
        return String.format("%0" + digits + "d", number % (int) Math.pow(10, digits));
    }

    private static byte[] hmac(byte[] secret, String algorithm, byte[] message) {
        try {
            Mac mac = Mac.getInstance("Hmac" + algorithm);
            mac.init(new SecretKeySpec(secret, "RAW"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(algorithm, e);
        }
    }
}
