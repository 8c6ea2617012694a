package org.keycloak.credential.otp;

import org.keycloak.credential.CredentialField;
import org.keycloak.credential.InvalidFieldException;
import org.keycloak.models.OTPPolicy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** What each field allows, and what its error message says: both come from the same data. */
class TotpFieldsTest {

    private final TotpFields fields = new TotpFields(OTPPolicy.DEFAULT_POLICY);

    @ParameterizedTest
    @CsvSource({ "digits, 6, true", "digits, 8, true", "digits, 7, false", "digits, 0, false", "digits, -6, false", "digits, 2147483647, false",
            "period, 10, true", "period, 300, true", "period, 9, false", "period, 301, false", "period, 0, false", "period, -30, false",
            "keySize, 20, true", "keySize, 128, true", "keySize, 19, false", "keySize, 129, false", "keySize, -1, false",
            "qrSize, 0, true", "qrSize, 100, true", "qrSize, 1000, true", "qrSize, 1, false", "qrSize, 99, false", "qrSize, 1001, false", "qrSize, -100, false" })
    void numbersHaveTheirRange(String name, int value, boolean allowed) {
        assertEquals(allowed, field(name).allows(null, value));
    }

    @ParameterizedTest
    @CsvSource({ "algorithm, SHA1, true", "algorithm, HmacSHA512, true", "algorithm, MD5, false", "algorithm, sha1, false", "algorithm, '', false",
            "secretEncoding, TEXT, true", "secretEncoding, BASE32, true", "secretEncoding, HEX, true", "secretEncoding, base32, false", "secretEncoding, '', false",
            "issuer, a, true", "issuer, ' ', false", "issuer, '', false" })
    void textsHaveTheirs(String name, String value, boolean allowed) {
        assertEquals(allowed, field(name).allows(null, value));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "digits | 6 or 8",
            "period | 10 to 300",
            "keySize | 20 to 128",
            "qrSize | 0 or 100 to 1000",
            "algorithm | HmacSHA1, HmacSHA256, HmacSHA512, SHA1, SHA256 or SHA512",
            "secretEncoding | TEXT, BASE32 or HEX",
            "keyUri | 1 to 8192 characters, not blank, without control characters",
            "issuer | 1 to 255 characters, not blank, without control characters" })
    void allowedIsSaid(String name, String allowed) {
        assertEquals("Invalid " + name + ". Allowed: " + allowed + ".", new InvalidFieldException(field(name)).getMessage());
    }

    @Test
    void sizeOfARequiredPictureIsSaid() {
        assertEquals("Invalid qrSize. Allowed: 100 to 1000, since a picture is asked for.", TotpFields.pictureRequired().getMessage());
    }

    private CredentialField field(String name) {
        return fields.all().stream().filter(field -> field.getName().equals(name)).findFirst().orElseThrow();
    }
}
