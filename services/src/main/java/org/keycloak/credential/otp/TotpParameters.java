package org.keycloak.credential.otp;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

import org.keycloak.credential.CredentialField;
import org.keycloak.credential.InvalidFieldException;
import org.keycloak.credential.NewCredential.QrCode;
import org.keycloak.models.ModelValidationException;
import org.keycloak.models.OTPPolicy;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.representations.idm.CreateTotpRepresentation;

import static org.keycloak.models.utils.HmacOTP.HMAC_SHA512;

/**
 * All that makes up one TOTP: what was asked for, and the defaults for the rest.
 *
 * @param totp every value in effect
 * @param qrCode of its key URI, or {@code null}
 */
record TotpParameters(CreateTotpRepresentation totp, TotpSecret secret, QrCode qrCode) {

    /**
     * @param totp what was asked for, each value allowed by {@link TotpFields}; it gets the values in effect
     * @param realmIssuer asked only where it is needed
     */
    static TotpParameters complete(CreateTotpRepresentation totp, TotpDefaults defaults, String accountName, Supplier<String> realmIssuer) {
        TotpFields fields = new TotpFields(defaults);
        if (totp.getKeyUri() != null) {
            KeyUriParameters.parse(totp.getKeyUri()).addTo(totp);
        }
        totp.setAlgorithm(TotpFields.withPrefix(inEffect(totp.getAlgorithm(), fields.algorithm(), String.class)));
        totp.setDigits(inEffect(totp.getDigits(), fields.digits(), Integer.class));
        totp.setPeriod(inEffect(totp.getPeriod(), fields.period(), Integer.class));
        requireWindow(defaults.policy());
        totp.setIssuer(KeyUri.issuer(issuer(totp.getIssuer(), defaults.issuer(), realmIssuer)));
        if (totp.getIssuer().isBlank()) {
            throw new InvalidFieldException(fields.issuer()); // it was colons
        }
        TotpSecret secret = secret(totp, defaults.keySize());
        totp.setTotpSecret(secret.value());
        totp.setSecretEncoding(secret.writtenAs().name());
        totp.setTotpSecretEncoded(secret.toBase32());
        totp.setKeySize(secret.bytes().length);
        return new TotpParameters(totp, secret, qrCode(totp, fields, accountName));
    }

    OTPCredentialModel model() {
        return OTPCredentialModel.createTOTP(secret.value(), totp.getDigits(), totp.getPeriod(), totp.getAlgorithm(), secret.encoding());
    }

    /** The realm's policy is checked as well: Keycloak stores what it is given there. */
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

    /** No code is ever right in a negative one. */
    private static void requireWindow(OTPPolicy policy) {
        if (policy.getLookAheadWindow() < 0) {
            throw new ModelValidationException("The realm's OTP policy has a negative look-ahead window: no code would be valid. Change the policy.");
        }
    }

    private static String issuer(String asked, String byDefault, Supplier<String> ofRealm) {
        String issuer = asked != null ? asked : byDefault;
        return issuer != null ? issuer : ofRealm.get();
    }

    private static TotpSecret secret(CreateTotpRepresentation totp, Integer defaultSize) {
        Integer keySize = totp.getKeySize();
        Optional<TotpSecret> imported = importedSecret(totp);
        if (imported.isPresent()) {
            if (keySize != null && keySize != imported.get().bytes().length) {
                throw new InvalidFieldException(TotpFields.KEY_SIZE, "with a secret to import none, or its length in bytes");
            }
            return imported.get();
        }
        int size = Objects.requireNonNullElse(defaultSize, HMAC_SHA512.equals(totp.getAlgorithm()) ? 64 : TotpFields.DEFAULT_KEY_SIZE);
        return TotpSecret.generate(Objects.requireNonNullElse(keySize, size));
    }

    /**
     * @return the secret that a request has; empty where it has none
     */
    static Optional<TotpSecret> importedSecret(CreateTotpRepresentation totp) {
        String value = totp.getTotpSecret();
        String encoding = totp.getSecretEncoding();
        if (value == null) {
            if (encoding != null) {
                throw new InvalidFieldException(TotpFields.SECRET_ENCODING, "only with " + TotpFields.TOTP_SECRET);
            }
            return Optional.empty();
        }
        if (KeyUri.isScheme(value)) {
            throw new InvalidFieldException(TotpFields.TOTP_SECRET, "a secret, written as " + TotpFields.SECRET_ENCODING + " says; this is a key URI, for the field "
                    + TotpFields.KEY_URI);
        }
        if (encoding == null) { // the same characters can be a secret in several of them
            throw new InvalidFieldException(TotpFields.SECRET_ENCODING, TotpFields.secretEncoding().getAllowed() + "; " + TotpFields.TOTP_SECRET + " needs one of them");
        }
        return Optional.of(TotpSecret.imported(TotpFields.TOTP_SECRET, value, TotpSecretEncoding.valueOf(encoding)));
    }

    /** Nothing is drawn here: a picture that can't be drawn is known by its measures. */
    private static QrCode qrCode(CreateTotpRepresentation totp, TotpFields fields, String accountName) {
        totp.setKeyUri(KeyUri.of(totp, accountName));
        Integer asked = totp.getQrSize();
        int size = asked != null ? asked : (int) fields.qrSize().getDefaultValue();
        if (size == 0) {
            totp.setQrSize(0);
            return null;
        }
        totp.setKeyUri(KeyUri.forQrCode(totp, accountName));
        int least = QrCodeSize.least(totp.getKeyUri());
        if (least == 0) {
            throw new InvalidFieldException(TotpFields.QR_SIZE, "0 for no picture, since no QR code holds this issuer and user name; or a shorter issuer");
        }
        if (asked != null && asked < least) {
            throw new InvalidFieldException(TotpFields.QR_SIZE, "for this user 0, or " + least + " to " + QrCodeSize.MAX);
        }
        // A phone can't read one pixel a module: the default grows.
        totp.setQrSize(asked != null ? asked : Math.max(size, 2 * least));
        return new QrCode(totp.getKeyUri(), totp.getQrSize());
    }

    /** Without the components, so that no secret gets into a log. */
    @Override
    public String toString() {
        return "TotpParameters";
    }
}
