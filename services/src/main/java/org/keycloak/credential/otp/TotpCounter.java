package org.keycloak.credential.otp;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

import org.keycloak.jose.jws.crypto.HashUtils;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.models.credential.dto.OTPCredentialData;

/**
 * The counter of a TOTP credential: the number of its TOTP method, and a bit for a lock.
 * <p>
 * Only an HOTP needs a counter (RFC 4226), and Keycloak ignores the counter of a TOTP (RFC 6238). The counter goes wherever the credential
 * goes: into an export, and to a user with another id. A field of our own would not do: Keycloak can't read credential data with a field
 * that it doesn't know, so a server without TOTP methods could not log these users in.
 *
 * @param value as it is stored in the credential's data
 */
public record TotpCounter(int value) {

    private static final int LOCK = 1 << 30;
    /** Keycloak stores the initial counter of the realm's policy in its TOTPs, too. The least number is above any that is in use. */
    private static final int LEAST_NUMBER = 1 << 20;
    /** Stands for no method in a locked credential. */
    private static final int NO_METHOD = LEAST_NUMBER - 1;

    /**
     * @return 0 for an HOTP, whose counter is in use
     */
    public static TotpCounter of(OTPCredentialModel credential) {
        return of(credential.getOTPCredentialData());
    }

    /**
     * @return 0 for an HOTP, whose counter is in use
     */
    public static TotpCounter of(OTPCredentialData data) {
        return new TotpCounter(OTPCredentialModel.TOTP.equals(data.getSubType()) ? data.getCounter() : 0);
    }

    /**
     * @param methodId id of a TOTP method
     * @return the method's number in its credentials: 2<sup>20</sup> to 2<sup>30</sup> - 1, a hash of the id
     */
    public static int number(String methodId) {
        byte[] hash = HashUtils.hash("SHA-256", methodId.getBytes(StandardCharsets.UTF_8));
        return LEAST_NUMBER + Math.floorMod(ByteBuffer.wrap(hash).getInt(), LOCK - LEAST_NUMBER);
    }

    /**
     * @return number of the credential's method; the number of no method if it has none
     */
    public int methodNumber() {
        return value & ~LOCK;
    }

    /**
     * Whether the credential is locked. With the lock's bit there is always a number, at least the one that stands for no method. So a
     * counter below 2<sup>30</sup> + 2<sup>20</sup> - 1 is no lock, even if it has the bit: it is an initial counter of a realm's policy.
     */
    public boolean isLocked() {
        return value > 0 && (value & LOCK) != 0 && methodNumber() >= NO_METHOD;
    }

    public TotpCounter locked() {
        return new TotpCounter(LOCK | (methodNumber() < LEAST_NUMBER ? NO_METHOD : methodNumber()));
    }

    public TotpCounter unlocked() {
        return new TotpCounter(methodNumber() == NO_METHOD ? 0 : methodNumber());
    }
}
