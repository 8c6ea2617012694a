package org.keycloak.credential.otp.method;

import org.keycloak.component.ComponentModel;
import org.keycloak.credential.CredentialField;
import org.keycloak.credential.CredentialModel;
import org.keycloak.credential.InvalidFieldException;
import org.keycloak.credential.otp.KeyUri;
import org.keycloak.credential.otp.StoredOTP;
import org.keycloak.credential.otp.TotpCounter;
import org.keycloak.credential.otp.TotpDefaults;
import org.keycloak.credential.otp.TotpFields;
import org.keycloak.models.ModelValidationException;
import org.keycloak.models.OTPPolicy;
import org.keycloak.models.RealmModel;

/**
 * A named TOTP method of a realm.
 *
 * @param id of its component
 * @param name unique in the realm
 * @param algorithm a MAC of the JCA
 * @param digits length of a code: 6 or 8
 * @param period in seconds
 * @param keySize in bytes
 * @param qrSize in pixels
 * @param skew how many periods before and after the present one are accepted: 0 or 1
 * @param maxValidationAttempts wrong codes that are judged within a period
 * @param lockAfter consecutive wrong codes that lock a credential; 0 for never
 */
public record TotpMethod(String id, String name, String issuer, String algorithm, int digits, int period, int keySize, int qrSize, int skew,
        int maxValidationAttempts, int lockAfter) {

    /**
     * @throws ModelValidationException where the component has a value that is not allowed
     */
    static TotpMethod of(ComponentModel component) {
        try {
            return checked(component);
        } catch (InvalidFieldException e) {
            throw new ModelValidationException("The realm's TOTP method " + component.getName() + " is invalid. " + e.getMessage());
        }
    }

    /**
     * @throws InvalidFieldException where the component has a value that is not allowed
     */
    static TotpMethod checked(ComponentModel component) {
        return new TotpMethod(component.getId(), component.getName(),
                issuer(component),
                TotpFields.withPrefix(text(component, TotpMethodFields.algorithm())),
                number(component, TotpMethodFields.digits()),
                number(component, TotpMethodFields.period()),
                number(component, TotpMethodFields.keySize()),
                number(component, TotpMethodFields.qrSize()),
                number(component, TotpMethodFields.skew()),
                number(component, TotpMethodFields.maxValidationAttempts()),
                number(component, TotpMethodFields.lockAfter()));
    }

    /** Of this method in its credentials. */
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

    /** The realm's OTP policy for the credentials of this method. */
    public OTPPolicy policy(RealmModel realm) {
        return new TotpMethodPolicy(this, realm.getOTPPolicy().isCodeReusable());
    }

    private static String issuer(ComponentModel component) {
        String issuer = text(component, TotpMethodFields.issuer());
        require(!KeyUri.issuer(issuer).isBlank(), TotpMethodFields.issuer()); // it was colons
        return issuer;
    }

    private static String text(ComponentModel component, CredentialField field) {
        String value = component.get(field.getName());
        if (value == null && field.getDefaultValue() != null) {
            return field.getDefaultValue().toString();
        }
        require(value != null && field.allows(null, value), field);
        return value;
    }

    private static int number(ComponentModel component, CredentialField field) {
        String value = component.get(field.getName());
        if (value == null) {
            return (int) field.getDefaultValue();
        }
        try {
            int number = TotpMethodFields.PERIOD.equals(field.getName()) ? Seconds.parse(value) : Integer.parseInt(value);
            require(field.allows(null, number), field);
            return number;
        } catch (NumberFormatException e) {
            throw new InvalidFieldException(field);
        }
    }

    private static void require(boolean allowed, CredentialField field) {
        if (!allowed) {
            throw new InvalidFieldException(field);
        }
    }
}
