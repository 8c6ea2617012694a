package org.keycloak.credential.otp.method;

import org.keycloak.credential.CredentialModel;
import org.keycloak.credential.otp.StoredOTP;
import org.keycloak.credential.otp.TotpCounter;
import org.keycloak.credential.otp.TotpDefaults;
import org.keycloak.credential.otp.TotpFields;
import org.keycloak.models.OTPPolicy;
import org.keycloak.models.RealmModel;

/**
 * A named TOTP method of a realm.
 *
 * @param id of its component
 * @param name unique in the realm
 * @param issuer who issues the keys
 * @param algorithm a MAC of the JCA: {@code HmacSHA1}, {@code HmacSHA256} or {@code HmacSHA512}
 * @param digits length of a code: 6 or 8
 * @param period time step (RFC 6238, X) in seconds: 10 to 300
 * @param keySize length of a generated secret in bytes: 20 to 128
 * @param qrSize width and height of the QR code in pixels: 100 to 1000, or 0 for no picture
 * @param skew how many periods before and after the present one are accepted: 0 or 1
 * @param maxValidationAttempts wrong codes that are checked within a period: 1 to 20
 * @param lockAfter consecutive wrong codes that lock a credential: 1 to 100, or 0 for never
 * @param activateWithin seconds from creation in which a TOTP from an administrator must be used for the first time: 60 to 31536000, or 0 for
 *     no limit
 */
public record TotpMethod(String id, String name, String issuer, String algorithm, int digits, int period, int keySize, int qrSize, int skew,
        int maxValidationAttempts, int lockAfter, int activateWithin) {

    public TotpMethod {
        algorithm = TotpFields.withPrefix(algorithm);
    }

    /**
     * @return the method's number in the counters of its credentials
     */
    public int credentialCounter() {
        return TotpCounter.number(id);
    }

    /** Whether a stored credential of OTP's type belongs to this method. */
    public boolean isOf(CredentialModel stored) {
        return StoredOTP.read(stored).filter(credential -> TotpCounter.of(credential).methodNumber() == credentialCounter()).isPresent();
    }

    TotpDefaults defaults(RealmModel realm) {
        return new TotpDefaults(policy(realm), issuer, keySize, qrSize);
    }

    /**
     * @return the OTP policy for the credentials of this method; whether a code is reusable is the realm's choice
     */
    public OTPPolicy policy(RealmModel realm) {
        return new TotpMethodPolicy(this, realm.getOTPPolicy().isCodeReusable());
    }
}
