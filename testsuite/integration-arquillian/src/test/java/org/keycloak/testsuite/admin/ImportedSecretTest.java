package org.keycloak.testsuite.admin;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import org.keycloak.testsuite.fixture.AbstractTotpTest;
import org.keycloak.testsuite.fixture.HttpReply;
import org.keycloak.testsuite.fixture.Json;
import org.keycloak.testsuite.fixture.TestUser;
import org.keycloak.testsuite.totp.Authenticator;
import org.keycloak.testsuite.totp.Base32;
import org.keycloak.testsuite.totp.QrCode;
import org.keycloak.testsuite.totp.Rfc6238Key;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.keycloak.testsuite.fixture.Logins.assertGranted;

/**
 * Secrets that exist already, as those of hardware tokens.
 */
class ImportedSecretTest extends AbstractTotpTest {

    @ParameterizedTest
    @ValueSource(strings = {"SHA1", "SHA256", "SHA512"})
    void plainSecretGivesTheCodesOfItsToken(String algorithm) {
        TestUser user = newUser();
        String key = Rfc6238Key.of(algorithm);
        Authenticator token = new Authenticator(key.getBytes(StandardCharsets.US_ASCII), algorithm, 8, 30);

        HttpReply reply = user.totp().create(Json.object("totpSecret", key, "algorithm", algorithm, "digits", 8, "period", 30));

        assertEquals(200, reply.status(), reply::toString);
        assertEquals(key, reply.field("totpSecret"));
        assertEquals(Base32.encode(key), reply.field("totpSecretEncoded"));
        assertEquals(key.length(), reply.json().get("keySize").intValue());
        assertFalse(reply.json().hasNonNull("secretEncoding"));
        assertGranted(user.login(token.code()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SHA1", "SHA256", "SHA512"})
    void base32SecretGivesTheCodesOfItsToken(String algorithm) {
        TestUser user = newUser();
        String key = Rfc6238Key.of(algorithm);
        Authenticator token = new Authenticator(key.getBytes(StandardCharsets.US_ASCII), algorithm, 8, 30);

        HttpReply reply = user.totp().create(Json.object("totpSecret", Base32.encode(key), "secretEncoding", "BASE32",
                "algorithm", algorithm, "digits", 8, "period", 30));

        assertEquals(200, reply.status(), reply::toString);
        assertEquals(Base32.encode(key), reply.field("totpSecretEncoded"));
        assertEquals("BASE32", reply.field("secretEncoding"));
        assertEquals(key.length(), reply.json().get("keySize").intValue());
        assertGranted(user.login(token.code()));
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
        assertEquals(reply.field("keyUri"), QrCode.of(Base64.getDecoder().decode(reply.field("qrCode"))).text());
        assertGranted(user.login(new Authenticator(secret, "SHA1", 6, 30).code()));
    }

    @Test
    void plainSecretCountsInBytesOfUtf8() {
        TestUser user = newUser();
        String secret = "ü".repeat(8);

        HttpReply reply = user.totp().create(Json.object("totpSecret", secret));

        assertEquals(200, reply.status(), reply::toString);
        assertEquals(16, reply.json().get("keySize").intValue());
        assertGranted(user.login(new Authenticator(secret.getBytes(StandardCharsets.UTF_8), "SHA1", 6, 30).code()));
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 128})
    void lengthIsAllowedUpToItsBounds(int length) {
        TestUser user = newUser();
        String secret = "k".repeat(length);

        HttpReply plain = user.totp().create(Json.object("totpSecret", secret));
        HttpReply base32 = user.totp().create(Json.object("totpSecret", Base32.encode(secret), "secretEncoding", "BASE32", "replaceExisting", true));

        assertEquals(200, plain.status(), plain::toString);
        assertEquals(200, base32.status(), base32::toString);
        assertEquals(plain.field("totpSecretEncoded"), base32.field("totpSecretEncoded"));
    }

    @Test
    void keySizeMustBeTheSecretsLength() {
        TestUser user = newUser();
        String secret = "k".repeat(24);

        HttpReply refused = user.totp().create(Json.object("totpSecret", secret, "keySize", 25));
        assertEquals(400, refused.status(), refused::toString);
        assertTrue(refused.errorMessage().contains("keySize"), refused::toString);

        HttpReply reply = user.totp().create(Json.object("totpSecret", secret, "keySize", 24));
        assertEquals(200, reply.status(), reply::toString);
    }
}
