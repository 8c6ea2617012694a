package org.keycloak.credential.totp;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;


/**
 * Gives a user's TOTP an id that only depends on the user. So the database's primary key, and no lock, sees to it that one of
 * many simultaneous enrolments succeeds, on one node or on several.
 */
final class TotpCredentialId {

    private TotpCredentialId() {
    }

    /** A UUID of version 8 (RFC 9562): of a SHA-256, since MD5 and SHA-1 as in versions 3 and 5 may be missing in FIPS mode. */
    static String of(String userId) {
        ByteBuffer hash = ByteBuffer.wrap(sha256("create-totp/" + userId));
        long high = hash.getLong() & ~0xF000L | 0x8000L;
        long low = hash.getLong() & ~(0b11L << 62) | 0b10L << 62;
        return new UUID(high, low).toString();
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // each Java platform has it
        }
    }
}
