package org.keycloak.credential.otp;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

import org.keycloak.jose.jws.crypto.HashUtils;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.models.credential.dto.OTPCredentialData;

/**
 * The counter of a TOTP credential: the number of its TOTP method, a bit for a lock, and a sign. A negative counter says that the credential
 * is unused: an administrator made it, and it has accepted no code yet.
 * <p>
 * Only an HOTP needs a counter (RFC 4226), and Keycloak ignores the counter of a TOTP (RFC 6238). The counter goes wherever the credential
 * goes: into an export, and to a user with another id. A field of our own would not do: Keycloak can't read credential data with a field
 * that it doesn't know, so a server without TOTP methods could not log these users in. A table of our own would not be exported.
 * <p>
 * This has a price. A server without this code accepts the codes of an unused credential for ever, and notes no first use. The first use is
 * one more write to the credential. The time of the first use has no place in it.
 *
 * @param value as it is stored in the credential's data; an import may leave any
 */
public record TotpCounter(int value) {

    private static final int LOCK = 1 << 30;
    /** Keycloak stores the initial counter of the realm's policy in its TOTPs, too. The least number is above any that is in use. */
    private static final int LEAST_NUMBER = 1 << 20;
    /** Stands for no method in a credential that is locked or unused. */
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
     * @return number of the credential's method, 0 to 2<sup>30</sup> - 1; less than 2<sup>20</sup> if it has none
     */
    public int methodNumber() {
        return magnitude() & ~LOCK;
    }

    /** Whether the credential is locked. */
    public boolean isLocked() {
        return isMarked() && (magnitude() & LOCK) != 0;
    }

    /** Whether an administrator made the credential, and it has accepted no code yet. */
    public boolean isUnused() {
        return isMarked() && value < 0;
    }

    public TotpCounter locked() {
        return with(true, isUnused());
    }

    public TotpCounter unlocked() {
        return with(false, isUnused());
    }

    public TotpCounter unused() {
        return with(isLocked(), true);
    }

    public TotpCounter used() {
        return with(isLocked(), false);
    }

    /**
     * Beside the lock's bit or the sign there is always a number, at least the number that stands for no method. A counter without such a
     * number is an initial counter of a realm's policy: its bit and its sign mean nothing.
     */
    private boolean isMarked() {
        return methodNumber() >= NO_METHOD;
    }

    private int magnitude() {
        return value == Integer.MIN_VALUE ? 0 : Math.abs(value);
    }

    private TotpCounter with(boolean lock, boolean unused) {
        int none = lock || unused ? NO_METHOD : 0;
        int magnitude = (methodNumber() < LEAST_NUMBER ? none : methodNumber()) | (lock ? LOCK : 0);
        return new TotpCounter(unused ? -magnitude : magnitude);
    }
}
