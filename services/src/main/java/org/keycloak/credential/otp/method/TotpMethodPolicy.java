package org.keycloak.credential.otp.method;

import org.keycloak.credential.otp.TotpKey;
import org.keycloak.credential.otp.TotpSecret;
import org.keycloak.models.OTPPolicy;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.OTPCredentialModel;

/**
 * A TOTP method as a realm's OTP policy, by which Keycloak checks codes and makes its setup page. Its key URIs have the method's issuer
 * instead of the realm's name.
 */
final class TotpMethodPolicy extends OTPPolicy {

    private final String issuer;

    TotpMethodPolicy(TotpMethod method, boolean codeReusable) {
        super(OTPCredentialModel.TOTP, method.algorithm(), 0, method.digits(), method.skew(), method.period(), codeReusable);
        this.issuer = method.issuer();
    }

    @Override
    public String getKeyURI(RealmModel realm, UserModel user, String secret) {
        return keyUri(user.getUsername(), secret);
    }

    /** Keycloak's setup page calls this since 26.7, and the method above before. */
    @Override
    public String getKeyURI(String realmIssuer, String accountName, String secret) {
        return keyUri(accountName, secret);
    }

    private String keyUri(String accountName, String secret) {
        return new TotpKey(issuer, accountName, getAlgorithm(), getDigits(), getPeriod(), new TotpSecret(secret, null)).uriForQrCode();
    }
}
