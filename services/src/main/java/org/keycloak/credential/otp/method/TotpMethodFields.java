package org.keycloak.credential.otp.method;

import java.util.List;

import org.keycloak.credential.CredentialField;
import org.keycloak.credential.otp.TotpFields;
import org.keycloak.models.OTPPolicy;

/**
 * The fields of a TOTP method, which are the component's configuration.
 */
public final class TotpMethodFields {

    static final String PERIOD = "period";
    static final String SKEW = "skew";
    public static final String MAX_VALIDATION_ATTEMPTS = "maxValidationAttempts";
    public static final String LOCK_AFTER = "lockAfter";

    private static final TotpFields TOTP = new TotpFields(OTPPolicy.DEFAULT_POLICY);

    private TotpMethodFields() {
    }

    public static CredentialField name() {
        return CredentialField.text("name", 1, 255).withoutOuterSpaces().required()
                .describedAs("Name", "Name of the method, unique in the realm in upper or lower case, and no id of another method.");
    }

    /** All but the name, which each component has. */
    public static List<CredentialField> config() {
        return List.of(
                issuer(),
                period(),
                keySize(),
                qrSize(),
                algorithm(),
                digits(),
                skew(),
                maxValidationAttempts(),
                lockAfter());
    }

    static CredentialField issuer() {
        return CredentialField.text("issuer", 1, 255).required().describedAs("Issuer", "Who issues the keys, in the key URI and in the app.");
    }

    static CredentialField period() {
        return TOTP.period().describedAs("Period", "Time step (RFC 6238, X) in seconds, or a duration such as 30s or 1m.");
    }

    static CredentialField keySize() {
        return TotpFields.keySize().defaultValue(TotpFields.DEFAULT_KEY_SIZE).describedAs("Key size", "Length of a generated secret in bytes.");
    }

    static CredentialField qrSize() {
        return TOTP.qrSize();
    }

    static CredentialField algorithm() {
        return TOTP.algorithm();
    }

    static CredentialField digits() {
        return TOTP.digits();
    }

    static CredentialField skew() {
        return CredentialField.integer(SKEW).options("0", "1").defaultValue(1)
                .describedAs("Skew", "How many periods before and after the present one are accepted.");
    }

    static CredentialField maxValidationAttempts() {
        return CredentialField.integer(MAX_VALIDATION_ATTEMPTS).range(1, AttemptLimits.MAX_VALIDATION_ATTEMPTS).defaultValue(AttemptLimits.DEFAULT_MAX_VALIDATION_ATTEMPTS)
                .describedAs("Maximum validation attempts", "How many wrong codes are judged within a period.");
    }

    static CredentialField lockAfter() {
        return CredentialField.integer(LOCK_AFTER).options("0").range(1, AttemptLimits.MAX_LOCK_AFTER).defaultValue(0)
                .describedAs("Lock after", "Consecutive wrong codes that lock the credential until an administrator unlocks it; 0 for never.");
    }
}
