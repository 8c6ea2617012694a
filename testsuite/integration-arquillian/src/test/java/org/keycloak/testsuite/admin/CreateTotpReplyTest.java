package org.keycloak.testsuite.admin;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.testsuite.fixture.AbstractTotpTest;
import org.keycloak.testsuite.fixture.HttpReply;
import org.keycloak.testsuite.fixture.Json;
import org.keycloak.testsuite.fixture.TestUser;
import org.keycloak.testsuite.totp.Base32;
import org.keycloak.testsuite.totp.KeyUri;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * What the administrator gets: every value in effect, and the secret in all its forms.
 */
class CreateTotpReplyTest extends AbstractTotpTest {

    @Test
    void defaultsAreThoseOfTheRealm() {
        TestUser user = newUser();
        long before = Instant.now().toEpochMilli();

        HttpReply reply = user.totp().create();

        assertEquals(200, reply.status(), reply::toString);
        JsonNode json = reply.json();
        assertEquals(realm().name(), json.get("issuer").textValue());
        assertEquals("HmacSHA1", json.get("algorithm").textValue());
        assertEquals(6, json.get("digits").intValue());
        assertEquals(30, json.get("period").intValue());
        assertEquals(32, json.get("keySize").intValue());
        assertEquals(246, json.get("qrSize").intValue());
        assertFalse(json.get("replaceExisting").booleanValue());
        assertFalse(json.hasNonNull("userLabel"), "no label");
        assertEquals("TEXT", json.get("secretEncoding").textValue());
        assertTrue(json.get("createdDate").longValue() >= before && json.get("createdDate").longValue() <= Instant.now().toEpochMilli());
        CredentialRepresentation stored = user.otpCredentials().get(0);
        assertEquals(stored.getId(), json.get("id").textValue());
        assertEquals(stored.getCreatedDate(), json.get("createdDate").longValue());
    }

    @Test
    void replyHoldsWhatTheDesignSaysAndNothingMore() {
        HttpReply reply = newUser().totp().create(Json.object("userLabel", "phone"));

        Set<String> fields = new TreeSet<>();
        reply.json().properties().stream().filter(field -> !field.getValue().isNull()).map(Map.Entry::getKey).forEach(fields::add);
        assertEquals(new TreeSet<>(Set.of("userLabel", "issuer", "algorithm", "digits", "period", "keySize", "qrSize", "replaceExisting",
                "id", "createdDate", "totpSecret", "secretEncoding", "totpSecretEncoded", "keyUri", "qrCode")), fields);
    }

    @Test
    void secretIsTheSameInAllItsForms() {
        HttpReply reply = newUser().totp().create();

        byte[] secret = reply.field("totpSecret").getBytes(StandardCharsets.UTF_8);
        assertEquals(32, secret.length);
        assertArrayEquals(secret, Base32.decode(reply.field("totpSecretEncoded")));
        assertEquals(reply.field("totpSecretEncoded"), KeyUri.parse(reply.field("keyUri")).parameter("secret"));
    }

    @Test
    void secretsDiffer() {
        TestUser user = newUser();

        String first = user.totp().create().field("totpSecret");
        String second = user.totp().create(Json.object("replaceExisting", true)).field("totpSecret");

        assertNotEquals(first, second);
    }

    @Test
    void everyFieldThatIsAskedForIsInEffect() {
        TestUser user = newUser();

        HttpReply reply = user.totp().create(Json.object("userLabel", "Erika's phone", "issuer", "Acme", "algorithm", "HmacSHA256", "digits", 8,
                "period", 45, "keySize", 40, "qrSize", 300, "replaceExisting", true));

        assertEquals(200, reply.status(), reply::toString);
        JsonNode json = reply.json();
        assertEquals("Erika's phone", json.get("userLabel").textValue());
        assertEquals("Acme", json.get("issuer").textValue());
        assertEquals("HmacSHA256", json.get("algorithm").textValue());
        assertEquals(8, json.get("digits").intValue());
        assertEquals(45, json.get("period").intValue());
        assertEquals(40, json.get("keySize").intValue());
        assertEquals(300, json.get("qrSize").intValue());
        assertTrue(json.get("replaceExisting").booleanValue());
        assertEquals("Erika's phone", user.otpCredentials().get(0).getUserLabel());
        KeyUri uri = KeyUri.parse(reply.field("keyUri"));
        assertEquals("totp", uri.type());
        assertEquals("Acme:" + user.name(), uri.label());
        assertEquals(Map.of("secret", reply.field("totpSecretEncoded"), "issuer", "Acme", "algorithm", "SHA256", "digits", "8", "period", "45"),
                uri.parameters());
    }

    @ParameterizedTest
    @CsvSource({"SHA1, HmacSHA1, 32", "SHA256, HmacSHA256, 32", "SHA512, HmacSHA512, 64", "HmacSHA512, HmacSHA512, 64"})
    void algorithmHasAShortNameAndAKeySizeOfItsOwn(String asked, String algorithm, int keySize) {
        HttpReply reply = newUser().totp().create(Json.object("algorithm", asked));

        assertEquals(algorithm, reply.field("algorithm"), reply::toString);
        assertEquals(keySize, reply.json().get("keySize").intValue());
        assertEquals(keySize, Base32.decode(reply.field("totpSecretEncoded")).length);
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 128})
    void keySizeIsAllowedUpToItsBounds(int keySize) {
        HttpReply reply = newUser().totp().create(Json.object("keySize", keySize));

        assertEquals(200, reply.status(), reply::toString);
        assertEquals(keySize, Base32.decode(reply.field("totpSecretEncoded")).length);
    }

    @Test
    void repliesWithASecretAreNotStored() {
        assertEquals("no-store", newUser().totp().create().header("Cache-Control").orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "  \n"})
    void bodyMayBeEmpty(String body) {
        HttpReply reply = newUser().totp().create(body);

        assertEquals(200, reply.status(), reply::toString);
    }

    /** Some clients send each field of their class. */
    @Test
    void nullMeansAbsent() {
        HttpReply reply = newUser().totp().create("{\"userLabel\": null, \"issuer\": null, \"algorithm\": null, \"digits\": null, \"period\": null, "
                + "\"keySize\": null, \"qrSize\": null, \"totpSecret\": null, \"secretEncoding\": null, \"replaceExisting\": null, "
                + "\"id\": null, \"createdDate\": null, \"totpSecretEncoded\": null, \"keyUri\": null, \"qrCode\": null}");

        assertEquals(200, reply.status(), reply::toString);
        assertEquals(6, reply.json().get("digits").intValue());
    }

    @Test
    void emptyAcceptIsNone() {
        HttpReply reply = newUser().totp().create("{}".getBytes(StandardCharsets.UTF_8), "Content-Type", "application/json", "Accept", "");

        assertEquals(200, reply.status(), reply::toString);
        assertEquals("application/json", reply.header("Content-Type").orElseThrow());
    }
}
