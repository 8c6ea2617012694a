package org.keycloak.credential.otp.method;

import java.util.List;
import java.util.stream.Stream;

import org.keycloak.credential.CredentialField;
import org.keycloak.credential.otp.TotpFields;
import org.keycloak.models.OTPPolicy;

/**
 * The fields of a TOTP method, and the field of other requests that names a method.
 */
public final class TotpMethodFields {

    /** Field of other requests: id or name of a method. */
    public static final String METHOD = "method";

    static final String NAME = "name";
    static final String SKEW = "skew";
    public static final String MAX_VALIDATION_ATTEMPTS = "maxValidationAttempts";
    public static final String LOCK_AFTER = "lockAfter";
    public static final String ACTIVATE_WITHIN = "activateWithin";

    /** A year, in seconds. */
    private static final int MAX_ACTIVATE_WITHIN = 365 * 24 * 60 * 60;

    private static final TotpFields TOTP = new TotpFields(OTPPolicy.DEFAULT_POLICY);

    private TotpMethodFields() {
    }

    public static CredentialField method() {
        return CredentialField.text(METHOD, 1, 255)
                .describedAs("TOTP method", "Id or name of one of the realm's TOTP methods. Default: the realm's default method, if it has one.");
    }

    public static CredentialField name() {
        return CredentialField.text(NAME, 1, 255).withoutOuterSpaces().required()
                .describedAs("Name", "Name of the method, unique in the realm in upper or lower case, and no id of another method.");
    }

    /** The configuration of the component that stores a method: all fields except the name, which each component has. */
    public static List<CredentialField> config() {
        return List.of(
                issuer(),
                TOTP.period().orDuration()
                        .describedAs("Period", "Time step (RFC 6238, X) in seconds, or a duration such as 30s or 1m."),
                TotpFields.keySize().defaultValue(TotpFields.DEFAULT_KEY_SIZE)
                        .describedAs("Key size", "Length of a generated secret in bytes."),
                TOTP.qrSize(),
                TOTP.algorithm(),
                TOTP.digits(),
                CredentialField.integer(SKEW).options("0", "1").defaultValue(1)
                        .describedAs("Skew", "How many periods before and after the present one are accepted."),
                CredentialField.integer(MAX_VALIDATION_ATTEMPTS).range(1, AttemptLimits.MAX_VALIDATION_ATTEMPTS)
                        .defaultValue(AttemptLimits.DEFAULT_MAX_VALIDATION_ATTEMPTS)
                        .describedAs("Maximum validation attempts", "How many wrong codes are judged within a period."),
                CredentialField.integer(LOCK_AFTER).options("0").range(1, AttemptLimits.MAX_LOCK_AFTER).defaultValue(0)
                        .describedAs("Lock after", "Consecutive wrong codes that lock the credential until an administrator unlocks it; 0 for never."),
                CredentialField.integer(ACTIVATE_WITHIN).options("0").range(60, MAX_ACTIVATE_WITHIN).orDuration().defaultValue(0)
                        .describedAs("Activate within", "Time in seconds, or a duration such as 12h or 14d, in which a TOTP from an administrator must be used "
                                + "for the first time; 0 for no limit."));
    }

    static CredentialField issuer() {
        return CredentialField.text(TotpFields.ISSUER, 1, 255).required().describedAs("Issuer", "Who issues the keys, in the key URI and in the app.");
    }

    public static List<CredentialField> forCreation() {
        return Stream.of(Stream.of(name()), config().stream(), readOnly()).flatMap(fields -> fields).toList();
    }

    /** An update leaves out what stays, so it needs none of the fields. */
    public static List<CredentialField> forUpdate() {
        List<CredentialField> fields = forCreation();
        fields.forEach(field -> field.setRequired(false));
        return fields;
    }

    /** Fields of a reply. A request may have them, so that a reply can be sent back; their values are ignored, as Keycloak does it. */
    private static Stream<CredentialField> readOnly() {
        return Stream.of(CredentialField.text("id", 1, 255), CredentialField.integer("credentialCounter"), CredentialField.integer("credentials"));
    }
}
