package org.keycloak.credential.otp;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

import org.keycloak.jose.jws.crypto.HashUtils;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.models.credential.dto.OTPCredentialData;

/**
 * The counter of a TOTP credential. A TOTP has no use for one (RFC 6238), and Keycloak passes over it; here it says which TOTP method the
 * credential belongs to, and whether it is locked. It is kept there because it goes wherever the credential goes, into an export and to a
 * user with another id; and since Keycloak refuses data with a field that it doesn't know, a server without TOTP methods could not log
 * these users in otherwise.
 */
public record TotpCounter(int value) {

    private static final int LOCK = 1 << 30;
    /** Keycloak gives its TOTPs the initial counter of the realm's policy, which is for HOTPs, and small. */
    private static final int LEAST_NUMBER = 1 << 20;
    /** No method's number: a credential without a method has it while it is locked. */
    private static final int NO_METHOD = LEAST_NUMBER - 1;

    public static TotpCounter of(OTPCredentialModel credential) {
        return of(credential.getOTPCredentialData());
    }

    public static TotpCounter of(OTPCredentialData data) {
        return new TotpCounter(OTPCredentialModel.TOTP.equals(data.getSubType()) ? data.getCounter() : 0);
    }

    /**
     * @param methodId id of a TOTP method
     * @return the method's number in its credentials
     */
    public static int number(String methodId) {
        byte[] hash = HashUtils.hash("SHA-256", methodId.getBytes(StandardCharsets.UTF_8));
        return LEAST_NUMBER + Math.floorMod(ByteBuffer.wrap(hash).getInt(), LOCK - LEAST_NUMBER);
    }

    /**
     * @return number of the credential's method, and any other number where it has none
     */
    public int methodNumber() {
        return value & ~LOCK;
    }

    /** A lock has a number beside it. An initial counter without one is no lock, even if it has the lock's bit: below 2^30 + 2^20 - 1. */
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
