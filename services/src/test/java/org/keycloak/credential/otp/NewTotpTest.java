package org.keycloak.credential.otp;

import java.util.function.Consumer;

import org.keycloak.credential.InvalidFieldException;
import org.keycloak.credential.NewCredential;
import org.keycloak.models.ModelValidationException;
import org.keycloak.models.OTPPolicy;
import org.keycloak.representations.idm.CreateTotpRepresentation;
import org.keycloak.util.JsonSerialization;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class NewTotpTest {

    private static final OTPPolicy POLICY = new OTPPolicy("totp", "HmacSHA256", 0, 8, 1, 60);
    private static final String SECRET = "12345678901234567890";
    private static final String KEY_URI = "otpauth://totp/Example:bob?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=ACME";

    @Test
    void defaultsAreThoseOfTheRealm() {
        CreateTotpRepresentation totp = complete(POLICY, request -> { });

        assertEquals("HmacSHA256", totp.getAlgorithm());
        assertEquals(8, totp.getDigits());
        assertEquals(60, totp.getPeriod());
        assertEquals("Realm", totp.getIssuer());
        assertEquals(246, totp.getQrSize());
        assertEquals(32, totp.getKeySize());
        assertEquals("TEXT", totp.getSecretEncoding());
    }

    @Test
    void periodIsThirtySecondsWhereThePolicyIsHotp() {
        assertEquals(30, complete(new OTPPolicy("hotp", "HmacSHA1", 0, 6, 1, 60), request -> { }).getPeriod());
    }

    @Test
    void whatThePolicyLeavesOutIsAsInKeycloaksDefault() {
        CreateTotpRepresentation totp = complete(new OTPPolicy("totp", null, 0, 0, 0, 0), request -> { });

        assertEquals("HmacSHA1", totp.getAlgorithm());
        assertEquals(6, totp.getDigits());
        assertEquals(30, totp.getPeriod());
        assertEquals("HmacSHA1", complete(new OTPPolicy("totp", "", 0, 6, 0, 30), request -> { }).getAlgorithm());
    }

    @ParameterizedTest
    @CsvSource({ "bogus, 6, 30, algorithm", "HmacMD5, 6, 30, algorithm", "HmacSHA1, 7, 30, digits", "HmacSHA1, 10, 30, digits", "HmacSHA1, -6, 30, digits",
            "HmacSHA1, 6, 1, period", "HmacSHA1, 6, 100000, period", "HmacSHA1, 6, -30, period" })
    void policyThatNoTotpCanBeCreatedWithIsNamed(String algorithm, int digits, int period, String field) {
        OTPPolicy policy = new OTPPolicy("totp", algorithm, 0, digits, 1, period);

        String message = assertThrows(ModelValidationException.class, () -> complete(policy, request -> { })).getMessage();

        assertTrue(message.startsWith("The realm's OTP policy has a value of " + field + " "), message);
    }

    @Test
    void policyDoesNotMatterWhereTheRequestSaysAll() {
        CreateTotpRepresentation totp = complete(new OTPPolicy("totp", "bogus", 0, 7, 1, 1), request -> {
            request.setAlgorithm("SHA1");
            request.setDigits(6);
            request.setPeriod(30);
        });

        assertEquals("HmacSHA1", totp.getAlgorithm());
    }

    @ParameterizedTest
    @CsvSource({ "SHA1, HmacSHA1, 32", "HmacSHA1, HmacSHA1, 32", "SHA256, HmacSHA256, 32", "HmacSHA256, HmacSHA256, 32",
            "SHA512, HmacSHA512, 64", "HmacSHA512, HmacSHA512, 64" })
    void algorithmHasALongAndAShortName(String given, String inEffect, int keySize) {
        CreateTotpRepresentation totp = complete(POLICY, request -> request.setAlgorithm(given));

        assertEquals(inEffect, totp.getAlgorithm());
        assertEquals(keySize, totp.getKeySize());
        assertEquals(inEffect, complete(new OTPPolicy("totp", given, 0, 6, 1, 30), request -> { }).getAlgorithm());
    }

    @Test
    void generatedSecretHasTheKeySizeAndIsNewEachTime() {
        CreateTotpRepresentation first = complete(POLICY, request -> request.setKeySize(77));
        CreateTotpRepresentation second = complete(POLICY, request -> request.setKeySize(77));

        assertEquals(77, first.getTotpSecret().length());
        assertNotEquals(first.getTotpSecret(), second.getTotpSecret());
    }

    @Test
    void keySizeOfAnImportedSecretIsItsLength() {
        assertEquals(20, complete(POLICY, NewTotpTest::importSecret).getKeySize());
        refused("keySize", request -> {
            importSecret(request);
            request.setKeySize(21);
        });
    }

    @Test
    void encodingWithoutASecretIsRefused() {
        refused("secretEncoding", request -> request.setSecretEncoding("BASE32"));
    }

    @Test
    void secretWithoutItsEncodingIsRefused() {
        refused("secretEncoding", request -> request.setTotpSecret(SECRET));
    }

    @ParameterizedTest
    @ValueSource(strings = { KEY_URI, " OTPAUTH://hotp/a?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ" })
    void keyUriIsNoSecret(String keyUri) {
        for (String encoding : new String[] { null, "TEXT", "BASE32", "HEX" }) {
            String message = refused("totpSecret", request -> {
                request.setTotpSecret(keyUri);
                request.setSecretEncoding(encoding);
            });
            assertTrue(message.contains("keyUri"), message);
        }
    }

    @Test
    void keyUriSaysAllThatTheDeviceKnows() {
        CreateTotpRepresentation totp = complete(POLICY, request -> request.setKeyUri(KEY_URI));

        assertEquals("HmacSHA1", totp.getAlgorithm());
        assertEquals(6, totp.getDigits());
        assertEquals(30, totp.getPeriod());
        assertEquals("ACME", totp.getIssuer());
        assertEquals("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", totp.getTotpSecret());
        assertEquals("BASE32", totp.getSecretEncoding());
        assertEquals("otpauth://totp/ACME:alice?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=ACME&algorithm=SHA1&digits=6&period=30", totp.getKeyUri());
    }

    @Test
    void fieldThatContradictsTheKeyUriIsNamed() {
        contradicts("algorithm", request -> request.setAlgorithm("SHA256"));
        contradicts("digits", request -> request.setDigits(8));
        contradicts("period", request -> request.setPeriod(60));
        contradicts("issuer", request -> request.setIssuer("Acme"));
        contradicts("keySize", request -> request.setKeySize(21));
        contradicts("secretEncoding", request -> request.setSecretEncoding("BASE32"));
        contradicts("totpSecret", request -> {
            request.setTotpSecret("12345678901234567891");
            request.setSecretEncoding("TEXT");
        });
    }

    @ParameterizedTest
    @CsvSource({ "ACME: Sales, 246", "' ACME & S\u00f6hne ', 0", "\u8a9e, 0" })
    void replyCanBeSentAgain(String issuer, int qrSize) {
        CreateTotpRepresentation generated = complete(POLICY, request -> {
            request.setIssuer(issuer.repeat(10));
            request.setQrSize(qrSize);
        });
        CreateTotpRepresentation again = complete(OTPPolicy.DEFAULT_POLICY, request -> {
            request.setIssuer(generated.getIssuer());
            request.setAlgorithm(generated.getAlgorithm());
            request.setDigits(generated.getDigits());
            request.setPeriod(generated.getPeriod());
            request.setKeySize(generated.getKeySize());
            request.setQrSize(generated.getQrSize());
            request.setTotpSecret(generated.getTotpSecret());
            request.setSecretEncoding(generated.getSecretEncoding());
            request.setKeyUri(generated.getKeyUri());
        });

        assertEquals(generated.getKeyUri(), again.getKeyUri());
        assertEquals(generated.getTotpSecret(), again.getTotpSecret());
        assertEquals("TEXT", again.getSecretEncoding());
    }

    @Test
    void requestStaysAsItWas() throws Exception {
        CreateTotpRepresentation request = new CreateTotpRepresentation();
        request.setKeyUri(KEY_URI);
        String before = JsonSerialization.writeValueAsString(request);

        NewTotp.of(request, TotpDefaults.of(POLICY), "alice", () -> "Realm");

        assertEquals(before, JsonSerialization.writeValueAsString(request));
    }

    @Test
    void colonOfAnIssuerBecomesASpace() {
        assertEquals("ACME  Sales", complete(POLICY, request -> request.setIssuer("ACME: Sales")).getIssuer());
    }

    @Test
    void defaultIssuerIsNotResolvedWhereTheRequestBringsOne() {
        CreateTotpRepresentation totp = new CreateTotpRepresentation();
        totp.setIssuer("ACME");

        NewTotp.of(totp, TotpDefaults.of(POLICY), "alice", () -> {
            throw new AssertionError("resolved");
        });
    }

    @Test
    void labelLosesItsIssuerOnlyForThePicture() {
        String issuer = "\u8a9e".repeat(255);

        assertTrue(complete(POLICY, request -> request.setIssuer(issuer)).getKeyUri().startsWith("otpauth://totp/alice?"));
        assertTrue(complete(POLICY, request -> {
            request.setIssuer(issuer);
            request.setQrSize(0);
        }).getKeyUri().startsWith("otpauth://totp/%E8%AA%9E"));
    }

    @Test
    void defaultPictureHasTwoPixelsAModuleAtLeast() {
        int size = complete(POLICY, request -> request.setIssuer("\u8a9e".repeat(120))).getQrSize();

        assertTrue(size > 246, size + " pixels");
    }

    @Test
    void pictureThatIsTooSmallOrTooMuchIsRefused() {
        refused("qrSize", request -> {
            request.setIssuer("\u8a9e".repeat(120));
            request.setQrSize(100);
        });
        CreateTotpRepresentation totp = new CreateTotpRepresentation();
        totp.setIssuer("\u8a9e".repeat(255));
        assertThrows(InvalidFieldException.class, () -> NewTotp.of(totp, TotpDefaults.of(POLICY), "\u8a9e".repeat(255), () -> ""));
    }

    @Test
    void secretIsNotShown() {
        CreateTotpRepresentation totp = new CreateTotpRepresentation();
        importSecret(totp);
        NewTotp made = NewTotp.of(totp, TotpDefaults.of(POLICY), "alice", () -> "Realm");

        NewCredential<?, ?> credential = new NewCredential<>(made.key().toCredential(), null, made.toRepresentation(), null);

        for (Object holder : new Object[] { TotpRequest.read(totp), made, made.key(), made.key().secret(), made.qrCode(), credential }) {
            assertFalse(holder.toString().contains(SECRET), holder::toString);
            assertFalse(holder.toString().contains(made.toRepresentation().getTotpSecretEncoded()), holder::toString);
        }
    }

    private static CreateTotpRepresentation complete(OTPPolicy policy, Consumer<CreateTotpRepresentation> change) {
        CreateTotpRepresentation totp = new CreateTotpRepresentation();
        change.accept(totp);
        return NewTotp.of(totp, TotpDefaults.of(policy), "alice", () -> "Realm").toRepresentation();
    }

    private static void importSecret(CreateTotpRepresentation request) {
        request.setTotpSecret(SECRET);
        request.setSecretEncoding("TEXT");
    }

    private static void contradicts(String field, Consumer<CreateTotpRepresentation> change) {
        refused(field, change.andThen(request -> request.setKeyUri(KEY_URI)));
    }

    private static String refused(String field, Consumer<CreateTotpRepresentation> change) {
        String message = assertThrows(InvalidFieldException.class, () -> complete(POLICY, change)).getMessage();
        assertTrue(message.startsWith("Invalid " + field + ". "), message);
        return message;
    }
}
