package org.keycloak.credential.otp;

import java.util.Objects;
import java.util.function.Supplier;

import org.keycloak.credential.CredentialField;
import org.keycloak.credential.InvalidFieldException;
import org.keycloak.models.ModelValidationException;
import org.keycloak.models.OTPPolicy;

import static org.keycloak.models.utils.HmacOTP.HMAC_SHA512;

/**
 * The values of a TOTP that a request leaves out.
 *
 * @param policy algorithm, digits, period and look-ahead window; as Keycloak stores it, so a value may be one that isn't allowed
 * @param issuer {@code null} for the realm's name as its users know it
 * @param keySize length of a generated secret in bytes; {@code null} for as many as the algorithm needs
 * @param qrSize width and height of the QR code in pixels; {@code null} for as many as the content needs
 */
public record TotpDefaults(OTPPolicy policy, String issuer, Integer keySize, Integer qrSize) {

    public static TotpDefaults of(OTPPolicy policy) {
        return new TotpDefaults(policy, null, null, null);
    }

    /**
     * @param realmIssuer asked only if neither the request nor the defaults have an issuer
     * @return a key with what the request asks for, and a new secret if it brings none
     * @throws InvalidFieldException if a value of the request isn't allowed
     * @throws ModelValidationException if a value of the policy isn't allowed
     */
    TotpKey key(TotpRequest request, String accountName, Supplier<String> realmIssuer) {
        TotpFields fields = new TotpFields(this);
        String algorithm = TotpFields.withPrefix(inEffect(request.algorithm(), fields.algorithm(), String.class));
        int digits = inEffect(request.digits(), fields.digits(), Integer.class);
        int period = inEffect(request.period(), fields.period(), Integer.class);
        requireWindow();
        String issuer = request.issuer() != null ? request.issuer() : Objects.requireNonNullElseGet(this.issuer, realmIssuer);
        if (TotpKey.issuer(issuer).isBlank()) {
            throw new InvalidFieldException(fields.issuer()); // nothing but colons
        }
        return new TotpKey(issuer, accountName, algorithm, digits, period, secret(request, algorithm));
    }

    private static <T> T inEffect(T asked, CredentialField field, Class<T> type) {
        if (asked != null) {
            return asked;
        }
        if (!field.allows(null, field.getDefaultValue())) {
            throw new ModelValidationException("The realm's OTP policy has a value of " + field.getName() + " that a TOTP can't be created with. Allowed: "
                    + field.getAllowed() + ". Change the policy, or ask for one of these.");
        }
        return type.cast(field.getDefaultValue());
    }

    /** With a negative window Keycloak accepts no code at all. */
    private void requireWindow() {
        if (policy.getLookAheadWindow() < 0) {
            throw new ModelValidationException("The realm's OTP policy has a negative look-ahead window: no code would be valid. Change the policy.");
        }
    }

    private TotpSecret secret(TotpRequest request, String algorithm) {
        Integer asked = request.keySize();
        TotpSecret imported = request.secret();
        if (imported == null) {
            int size = Objects.requireNonNullElse(keySize, HMAC_SHA512.equals(algorithm) ? 64 : TotpFields.DEFAULT_KEY_SIZE);
            return TotpSecret.generate(Objects.requireNonNullElse(asked, size));
        }
        if (asked != null && asked != imported.bytes().length) {
            throw new InvalidFieldException(TotpFields.KEY_SIZE, "with a secret to import none, or its length in bytes");
        }
        return imported;
    }
}
