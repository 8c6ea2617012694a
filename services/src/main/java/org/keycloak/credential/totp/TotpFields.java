package org.keycloak.credential.totp;

import java.util.List;

import org.keycloak.credential.enrolment.InvalidFieldException;
import org.keycloak.models.credential.OTPCredentialModel.SecretEncoding;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;

import static org.keycloak.models.utils.HmacOTP.HMAC_SHA1;
import static org.keycloak.models.utils.HmacOTP.HMAC_SHA256;
import static org.keycloak.models.utils.HmacOTP.HMAC_SHA512;
import static org.keycloak.provider.ProviderConfigProperty.BOOLEAN_TYPE;
import static org.keycloak.provider.ProviderConfigProperty.INTEGER_TYPE;
import static org.keycloak.provider.ProviderConfigProperty.LIST_TYPE;
import static org.keycloak.provider.ProviderConfigProperty.PASSWORD;
import static org.keycloak.provider.ProviderConfigProperty.STRING_TYPE;

/**
 * The fields of a TOTP that an administrator may fill. The help texts say what is allowed: they are also the error messages.
 */
final class TotpFields {

    static final String USER_LABEL = "userLabel";
    static final String ISSUER = "issuer";
    static final String ALGORITHM = "algorithm";
    static final String DIGITS = "digits";
    static final String PERIOD = "period";
    static final String KEY_SIZE = "keySize";
    static final String QR_SIZE = "qrSize";
    static final String TOTP_SECRET = "totpSecret";
    static final String SECRET_ENCODING = "secretEncoding";
    static final String REPLACE_EXISTING = "replaceExisting";

    static final int DEFAULT_QR_SIZE = 246; // as on Keycloak's setup page

    static final List<ProviderConfigProperty> ALL = ProviderConfigurationBuilder.create()
            .property().name(USER_LABEL).type(STRING_TYPE).label("Device name")
            .helpText("Device name shown to the user: 1 to 255 characters, no control characters.").add()
            .property().name(ISSUER).type(STRING_TYPE).label("Issuer")
            .helpText("Who issued the key: 1 to 255 characters, no control characters.").add()
            .property().name(ALGORITHM).type(LIST_TYPE).label("Algorithm")
            .options(HMAC_SHA1, HMAC_SHA256, HMAC_SHA512, "SHA1", "SHA256", "SHA512")
            .helpText("Hash algorithm: HmacSHA1, HmacSHA256, HmacSHA512, or SHA1, SHA256, SHA512.").add()
            .property().name(DIGITS).type(INTEGER_TYPE).label("Digits")
            .helpText("Length of a code: 6 or 8.").add()
            .property().name(PERIOD).type(INTEGER_TYPE).label("Period")
            .helpText("Time step in seconds: 10 to 300.").add()
            .property().name(KEY_SIZE).type(INTEGER_TYPE).label("Key size")
            .helpText("Length of the generated secret in bytes: 20 to 128. With totpSecret: absent, or its length.").add()
            .property().name(QR_SIZE).type(INTEGER_TYPE).label("QR code size").defaultValue(DEFAULT_QR_SIZE)
            .helpText("Width and height of the QR code in pixels: 0 for no picture, or 100 to 1000.").add()
            .property().name(TOTP_SECRET).type(PASSWORD).label("Secret").secret(true)
            .helpText("Secret to import: 16 to 128 bytes, as text without control characters, or in Base32 with secretEncoding BASE32.").add()
            .property().name(SECRET_ENCODING).type(LIST_TYPE).label("Secret encoding").options(SecretEncoding.BASE32.name())
            .helpText("How totpSecret is written: BASE32, or absent for plain text. Only with totpSecret.").add()
            .property().name(REPLACE_EXISTING).type(BOOLEAN_TYPE).label("Replace existing").defaultValue(false)
            .helpText("Whether the user's present OTP credentials are removed first: true or false.").add()
            .build();

    private TotpFields() {
    }

    static List<String> options(String name) {
        return field(name).getOptions();
    }

    static InvalidFieldException invalid(String name) {
        return new InvalidFieldException(field(name));
    }

    private static ProviderConfigProperty field(String name) {
        return ALL.stream().filter(field -> field.getName().equals(name)).findFirst().orElseThrow();
    }
}
