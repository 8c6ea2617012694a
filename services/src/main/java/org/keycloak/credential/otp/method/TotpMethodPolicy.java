package org.keycloak.credential.otp.method;

import org.keycloak.credential.otp.KeyUri;
import org.keycloak.credential.otp.TotpSecret;
import org.keycloak.models.OTPPolicy;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.representations.idm.CreateTotpRepresentation;

/**
 * A TOTP method as a realm's OTP policy, which is what Keycloak judges codes by and makes its setup page of. Its key URIs have the method's
 * issuer, whatever the realm is called.
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

    /** What Keycloak's page asks for since 26.7. */
    @Override
    public String getKeyURI(String realmIssuer, String accountName, String secret) {
        return keyUri(accountName, secret);
    }

    private String keyUri(String accountName, String secret) {
        CreateTotpRepresentation totp = new CreateTotpRepresentation();
        totp.setIssuer(KeyUri.issuer(issuer));
        totp.setAlgorithm(getAlgorithm());
        totp.setDigits(getDigits());
        totp.setPeriod(getPeriod());
        totp.setTotpSecretEncoded(new TotpSecret(secret, null).toBase32());
        return KeyUri.forQrCode(totp, accountName);
    }
}
