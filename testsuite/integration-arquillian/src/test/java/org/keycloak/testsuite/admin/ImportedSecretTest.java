package org.keycloak.testsuite.admin;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

import org.keycloak.testsuite.fixture.AbstractTotpTest;
import org.keycloak.testsuite.fixture.HttpReply;
import org.keycloak.testsuite.fixture.Json;
import org.keycloak.testsuite.fixture.TestRealm;
import org.keycloak.testsuite.fixture.TestUser;
import org.keycloak.testsuite.totp.Authenticator;
import org.keycloak.testsuite.totp.Base32;
import org.keycloak.testsuite.totp.QrCode;
import org.keycloak.testsuite.totp.Rfc6238Key;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.keycloak.testsuite.fixture.Logins.assertGranted;

/**
 * Secrets that exist already, as hardware tokens have them.
 */
class ImportedSecretTest extends AbstractTotpTest {

    @ParameterizedTest
    @CsvSource({"SHA1, TEXT", "SHA256, TEXT", "SHA512, TEXT", "SHA1, BASE32", "SHA256, BASE32", "SHA512, BASE32", "SHA1, HEX", "SHA256, HEX", "SHA512, HEX"})
    void secretGivesTheCodesOfItsToken(String algorithm, String encoding) {
        TestUser user = newUser();
        byte[] key = Rfc6238Key.of(algorithm).getBytes(StandardCharsets.US_ASCII);

        HttpReply reply = user.totp().create(Json.object("totpSecret", written(key, encoding), "secretEncoding", encoding, "algorithm", algorithm, "digits", 8, "period", 30));

        assertEquals(200, reply.status(), reply::toString);
        String stored = encoding.equals("TEXT") ? "TEXT" : "BASE32";
        assertEquals(stored, reply.field("secretEncoding"));
        assertEquals(written(key, stored), reply.field("totpSecret"));
        assertEquals(Base32.encode(key), reply.field("totpSecretEncoded"));
        assertEquals(key.length, reply.json().get("keySize").intValue());
        assertGranted(user.login(new Authenticator(key, algorithm, 8, 30).code()));
    }

    private static String written(byte[] key, String encoding) {
        return switch (encoding) {
            case "TEXT" -> new String(key, StandardCharsets.US_ASCII);
            case "BASE32" -> Base32.encode(key);
            default -> HexFormat.of().formatHex(key);
        };
    }

    /** Google, Entra and makers of tokens print secrets like these. */
    @ParameterizedTest
    @CsvSource({"BASE32, jbsw y3dp ehpk 3pxp jbsw y3dp ehpk 3pxp, JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP", "BASE32, JBSW-Y3DP-EHPK-3PXP-JBSW-Y3DP-EHPK-3PXP, JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP",
            "BASE32, 2234567abcdef2234567abcdef, 2234567ABCDEF2234567ABCDEE", "BASE32, JBSWY3DPEHPK3PXP\u00a0JBSWY3DPEH====== , JBSWY3DPEHPK3PXPJBSWY3DPEE",
            "HEX, 48 65 6C 6c 6f 21 DE AD be ef 48 65 6c 6c 6f 21 de ad be ef, JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"})
    void secretIsReadAsItIsPrinted(String encoding, String printed, String base32) {
        TestUser user = newUser();

        HttpReply reply = user.totp().create(Json.object("totpSecret", printed, "secretEncoding", encoding));

        assertEquals(200, reply.status(), reply::toString);
        assertEquals(base32, reply.field("totpSecret"));
        assertEquals("BASE32", reply.field("secretEncoding"));
        assertEquals(base32, reply.field("totpSecretEncoded"));
        assertGranted(user.login(Authenticator.of(Base32.decode(base32)).code()));
    }

    /** The account's name is always the user's. A parameter that no app knows is ignored. */
    @Test
    void keyUriSaysAll() {
        TestUser user = newUser();
        String keyUri = "otpauth://totp/Other:bob?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=ACME%20Ltd&algorithm=SHA256&digits=8&period=45&image=https%3A%2F%2Fexample.com%2F";

        HttpReply reply = user.totp().create(Json.object("keyUri", keyUri));

        assertEquals(200, reply.status(), reply::toString);
        assertEquals("otpauth://totp/ACME%20Ltd:" + user.name() + "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=ACME%20Ltd&algorithm=SHA256&digits=8&period=45", reply.field("keyUri"));
        assertEquals(reply.field("keyUri"), QrCode.of(reply.field("qrCode")).text());
        assertGranted(user.login(Authenticator.scan(keyUri).code()));
    }

    /** A device with this URI takes the format's defaults, not the realm's. */
    @Test
    void keyUriWithoutParametersIsAsTheFormatHasIt() {
        TestUser user = TestRealm.create(server(), it -> TestRealm.setOtpPolicy(it, "totp", "HmacSHA256", 8, 60)).newUser();

        HttpReply reply = user.totp().create("{\"keyUri\": \"otpauth://totp/bob?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ\"}");

        assertEquals(200, reply.status(), reply::toString);
        assertGranted(user.login(Authenticator.of("12345678901234567890").code()));
    }

    /** What a request can have is sent; the rest is left out. */
    @ParameterizedTest
    @ValueSource(strings = {"{\"userLabel\": \"phone\", \"issuer\": \"ACME: S\u00f6hne\", \"digits\": 8}",
            "{\"totpSecret\": \"00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff\", \"secretEncoding\": \"HEX\"}"})
    void replyCanBeSentAgain(String json) {
        HttpReply reply = newUser().totp().create(json);
        TestUser user = newUser();

        HttpReply again = user.totp().create(Json.parse(reply.text(), ObjectNode.class).without(List.of("id", "createdDate", "totpSecretEncoded", "qrCode")).toString());

        assertEquals(200, again.status(), again::toString);
        for (String field : List.of("totpSecret", "secretEncoding", "totpSecretEncoded", "issuer", "algorithm")) {
            assertEquals(reply.field(field), again.field(field), field);
        }
        assertGranted(user.login(Authenticator.scan(reply.field("keyUri")).code()));
    }

    @Test
    void secretOfBytesThatAreNoText() {
        TestUser user = newUser();
        byte[] secret = new byte[32];
        for (int i = 0; i < secret.length; i++) {
            secret[i] = (byte) (i * 8 - 128);
        }

        HttpReply reply = user.totp().create(Json.object("totpSecret", Base32.encode(secret), "secretEncoding", "BASE32"));

        assertEquals(200, reply.status(), reply::toString);
        assertEquals(reply.field("keyUri"), QrCode.of(reply.field("qrCode")).text());
        assertGranted(user.login(Authenticator.of(secret).code()));
    }

    @Test
    void plainSecretCountsInBytesOfUtf8() {
        TestUser user = newUser();
        String secret = "ü".repeat(8);

        HttpReply reply = user.totp().create(Json.object("totpSecret", secret, "secretEncoding", "TEXT"));

        assertEquals(200, reply.status(), reply::toString);
        assertEquals(16, reply.json().get("keySize").intValue());
        assertGranted(user.login(Authenticator.of(secret).code()));
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 128})
    void lengthIsAllowedUpToItsBounds(int length) {
        TestUser user = newUser();
        String secret = "k".repeat(length);

        HttpReply plain = user.totp().create(Json.object("totpSecret", secret, "secretEncoding", "TEXT"));
        HttpReply base32 = user.totp().create(Json.object("totpSecret", Base32.encode(secret), "secretEncoding", "BASE32", "replaceExisting", true));

        assertEquals(200, plain.status(), plain::toString);
        assertEquals(200, base32.status(), base32::toString);
        assertEquals(plain.field("totpSecretEncoded"), base32.field("totpSecretEncoded"));
    }

    @Test
    void keySizeMustBeTheSecretsLength() {
        TestUser user = newUser();
        String secret = "k".repeat(24);

        HttpReply refused = user.totp().create(Json.object("totpSecret", secret, "secretEncoding", "TEXT", "keySize", 25));
        assertEquals(400, refused.status(), refused::toString);
        assertTrue(refused.errorMessage().contains("keySize"), refused::toString);

        HttpReply reply = user.totp().create(Json.object("totpSecret", secret, "secretEncoding", "TEXT", "keySize", 24));
        assertEquals(200, reply.status(), reply::toString);
    }
}
