package org.keycloak.credential.otp;

import org.keycloak.models.OTPPolicy;

/**
 * What a TOTP has where a request leaves it open.
 *
 * @param policy algorithm, digits, period and look-ahead window
 * @param issuer the realm's name as its users know it, where it is {@code null}
 * @param keySize in bytes; as the algorithm needs, where it is {@code null}
 * @param qrSize in pixels; as the content needs, where it is {@code null}
 */
public record TotpDefaults(OTPPolicy policy, String issuer, Integer keySize, Integer qrSize) {

    public static TotpDefaults of(OTPPolicy policy) {
        return new TotpDefaults(policy, null, null, null);
    }
}
