package org.keycloak.credential;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.keycloak.jose.jws.crypto.HashUtils;
import org.keycloak.models.credential.OTPCredentialModel;

/**
 * The counter of a TOTP credential. A TOTP has no use for one (RFC 6238), and Keycloak passes over it; here it says which TOTP method the
 * credential belongs to, and whether it is locked. It is kept there because it goes wherever the credential goes, into an export and to a
 * user with another id; and since Keycloak refuses data with a field that it doesn't know, a server without TOTP methods could not log
 * these users in otherwise.
 */
record TotpCounter(int value) {

    private static final int LOCK = 1 << 30;
    /** Keycloak gives its TOTPs the initial counter of the realm's policy, which is for HOTPs, and small. */
    private static final int LEAST_NUMBER = 1 << 20;

    static TotpCounter of(OTPCredentialModel credential) {
        boolean totp = OTPCredentialModel.TOTP.equals(credential.getOTPCredentialData().getSubType());
        return new TotpCounter(totp ? credential.getOTPCredentialData().getCounter() : 0);
    }

    /**
     * @param methodId id of a TOTP method
     * @return the method's number in its credentials
     */
    static int number(String methodId) {
        byte[] hash = HashUtils.hash("SHA-256", methodId.getBytes(StandardCharsets.UTF_8));
        return LEAST_NUMBER + Math.floorMod(ByteBuffer.wrap(hash).getInt(), LOCK - LEAST_NUMBER);
    }

    /**
     * @return texts of which the data of the method's credentials contains one: as Keycloak writes it, and as scripts do that make an import
     */
    static Set<String> fragments(String methodId) {
        int number = number(methodId);
        return Stream.of(number, new TotpCounter(number).withLock(true).value())
                .flatMap(value -> Stream.of("\"counter\":" + value, "\"counter\": " + value))
                .flatMap(beginning -> Stream.of(beginning + ",", beginning + "}"))
                .collect(Collectors.toSet());
    }

    /**
     * @return number of the credential's method, and any other number where it has none
     */
    int methodNumber() {
        return value & ~LOCK;
    }

    boolean isLocked() {
        return value > 0 && (value & LOCK) != 0;
    }

    TotpCounter withLock(boolean locked) {
        return new TotpCounter(locked ? value | LOCK : value & ~LOCK);
    }
}
