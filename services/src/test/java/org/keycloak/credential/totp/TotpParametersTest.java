package org.keycloak.credential.totp;

import java.util.function.Consumer;

import org.keycloak.credential.enrolment.InvalidFieldException;
import org.keycloak.models.OTPPolicy;
import org.keycloak.representations.idm.CreateTotpRepresentation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class TotpParametersTest {

    private static final OTPPolicy POLICY = new OTPPolicy("totp", "HmacSHA256", 0, 8, 1, 60);

    @Test
    void defaultsAreThoseOfTheRealm() {
        TotpParameters totp = resolve(request -> { });

        assertEquals("HmacSHA256", totp.algorithm());
        assertEquals("SHA256", totp.algorithmKey());
        assertEquals(8, totp.digits());
        assertEquals(60, totp.period());
        assertEquals("Realm", totp.issuer());
        assertEquals(246, totp.qrSize());
        assertEquals(32, totp.secret().bytes().length);
        assertNull(totp.userLabel());
        assertFalse(totp.replaceExisting());
    }

    @Test
    void periodIsThirtySecondsWhereThePolicyIsHotp() {
        OTPPolicy hotp = new OTPPolicy("hotp", "HmacSHA1", 0, 6, 1, 60);

        assertEquals(30, TotpParameters.resolve(new CreateTotpRepresentation(), hotp, "Realm").period());
    }

    @ParameterizedTest
    @CsvSource({ "SHA1, HmacSHA1, 32", "HmacSHA1, HmacSHA1, 32", "SHA256, HmacSHA256, 32", "HmacSHA256, HmacSHA256, 32",
            "SHA512, HmacSHA512, 64", "HmacSHA512, HmacSHA512, 64" })
    void algorithmHasALongAndAShortName(String given, String inEffect, int keySize) {
        TotpParameters totp = resolve(request -> request.setAlgorithm(given));

        assertEquals(inEffect, totp.algorithm());
        assertEquals(keySize, totp.secret().bytes().length);
    }

    @ParameterizedTest
    @ValueSource(strings = { "MD5", "sha1", "", "HmacSHA384", "HmacHmacSHA1" })
    void otherAlgorithmsAreRefused(String algorithm) {
        refused("algorithm", request -> request.setAlgorithm(algorithm));
    }

    @ParameterizedTest
    @ValueSource(ints = { 6, 8 })
    void digitsAreSixOrEight(int digits) {
        assertEquals(digits, resolve(request -> request.setDigits(digits)).digits());
    }

    @ParameterizedTest
    @ValueSource(ints = { -6, 0, 5, 7, 9, Integer.MAX_VALUE })
    void otherDigitsAreRefused(int digits) {
        refused("digits", request -> request.setDigits(digits));
    }

    @ParameterizedTest
    @CsvSource({ "10, true", "300, true", "9, false", "301, false", "0, false", "-30, false" })
    void periodIsTenToThreeHundred(int period, boolean allowed) {
        check(allowed, "period", request -> request.setPeriod(period));
    }

    @ParameterizedTest
    @CsvSource({ "20, true", "128, true", "19, false", "129, false", "0, false", "-1, false" })
    void keySizeIsTwentyToOneHundredTwentyEight(int keySize, boolean allowed) {
        check(allowed, "keySize", request -> request.setKeySize(keySize));
    }

    @ParameterizedTest
    @CsvSource({ "0, true", "100, true", "1000, true", "1, false", "99, false", "1001, false", "-100, false" })
    void qrSizeIsNoneOrOneHundredToOneThousand(int qrSize, boolean allowed) {
        check(allowed, "qrSize", request -> request.setQrSize(qrSize));
    }

    @Test
    void generatedSecretHasTheKeySizeAndIsNewEachTime() {
        TotpSecret first = resolve(request -> request.setKeySize(77)).secret();
        TotpSecret second = resolve(request -> request.setKeySize(77)).secret();

        assertEquals(77, first.bytes().length);
        assertNotEquals(first, second);
    }

    @Test
    void keySizeOfAnImportedSecretIsItsLength() {
        String secret = "12345678901234567890";

        assertEquals(secret, resolve(request -> {
            request.setTotpSecret(secret);
            request.setKeySize(20);
        }).secret().value());
        refused("keySize", request -> {
            request.setTotpSecret(secret);
            request.setKeySize(21);
        });
    }

    @Test
    void encodingWithoutASecretIsRefused() {
        refused("secretEncoding", request -> request.setSecretEncoding("BASE32"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "BASE64", "base32", "" })
    void otherEncodingsAreRefused(String encoding) {
        refused("secretEncoding", request -> {
            request.setTotpSecret("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
            request.setSecretEncoding(encoding);
        });
    }

    @Test
    void namesAreOneToTwoHundredFiftyFiveReadableCharacters() {
        String longest = "ü".repeat(255);

        assertEquals(longest, resolve(request -> request.setUserLabel(longest)).userLabel());
        assertEquals(longest, resolve(request -> request.setIssuer(longest)).issuer());
        for (String name : new String[] { "", " ", longest + "x", "a\u0000b", "a\nb", "a\uD800b" }) {
            refused("userLabel", request -> request.setUserLabel(name));
            refused("issuer", request -> request.setIssuer(name));
        }
    }

    @Test
    void colonOfAnIssuerBecomesASpace() {
        assertEquals("ACME  Sales", resolve(request -> request.setIssuer("ACME: Sales")).issuer());
    }

    private static TotpParameters resolve(Consumer<CreateTotpRepresentation> request) {
        CreateTotpRepresentation representation = new CreateTotpRepresentation();
        request.accept(representation);
        return TotpParameters.resolve(representation, POLICY, "Realm");
    }

    private static void check(boolean allowed, String field, Consumer<CreateTotpRepresentation> request) {
        if (allowed) {
            resolve(request);
        } else {
            refused(field, request);
        }
    }

    private static void refused(String field, Consumer<CreateTotpRepresentation> request) {
        String message = assertThrows(InvalidFieldException.class, () -> resolve(request)).getMessage();
        assertTrue(message.startsWith("Invalid " + field + ". "), message);
    }
}
