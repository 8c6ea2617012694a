package org.keycloak.testsuite.methods;

import java.nio.charset.StandardCharsets;

import org.keycloak.testsuite.fixture.AdminHttp;
import org.keycloak.testsuite.fixture.HttpReply;
import org.keycloak.testsuite.fixture.Json;
import org.keycloak.testsuite.fixture.Refusals;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

/**
 * Bad input is refused with a message that names the field and what is allowed.
 */
class TotpMethodInputTest extends AbstractTotpMethodTest {

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', value = {
        "name|``|1 to 255 characters", "name|`  `|not blank", "name|7|1 to 255 characters", "name|a\\u0000b|without control characters",
        "issuer|``|1 to 255 characters", "issuer|[]|1 to 255 characters", "issuer|a\\nb|without control characters",
        "period|9|10 to 300", "period|301|10 to 300", "period|-30|10 to 300", "period|30.0|10 to 300", "period|6m|10 to 300", "period|2h|10 to 300",
        "period|`-30s`|10 to 300", "period|``|10 to 300", "period|true|10 to 300", "period|99999999999|10 to 300",
        "keySize|19|20 to 128", "keySize|129|20 to 128", "keySize|\"32\"|20 to 128",
        "qrSize|1|0 or 100 to 1000", "qrSize|99|0 or 100 to 1000", "qrSize|1001|0 or 100 to 1000",
        "algorithm|MD5|HmacSHA1, HmacSHA256, HmacSHA512, SHA1, SHA256 or SHA512", "algorithm|1|HmacSHA1", "algorithm|sha1|HmacSHA1",
        "digits|7|6 or 8", "digits|\"6\"|6 or 8", "digits|0|6 or 8",
        "skew|2|0 or 1", "skew|-1|0 or 1", "skew|true|0 or 1",
        "maxValidationAttempts|0|1 to 20", "maxValidationAttempts|21|1 to 20",
        "lockAfter|-1|0 or 1 to 100", "lockAfter|101|0 or 1 to 100",
        "activateWithin|59|0 or 60 to 31536000", "activateWithin|366d|0 or 60 to 31536000", "activateWithin|-1|0 or 60 to 31536000",
        "activateWithin|2w|0 or 60 to 31536000", "activateWithin|0.5|0 or 60 to 31536000", "activateWithin|99999999999d|0 or 60 to 31536000",
        "id|7|1 to 255 characters", "credentials|many|an integer", "credentialCounter|{}|an integer"
    })
    void valueThatIsNotAllowed(String field, String value, String allowed) {
        JsonNode method = methods().newMethod();
        String body = "{\"" + field + "\": " + json(value) + "}";

        for (HttpReply reply : new HttpReply[] { methods().create(body), methods().update(id(method), body) }) {
            Refusals.assertNames("Invalid " + field + ". Allowed: ", reply);
            Refusals.assertNames(allowed, reply);
        }

        assertEquals(method, methods().read(id(method)));
    }

    @Test
    void longTexts() {
        String id = id(methods().newMethod());
        String tooLong = "x".repeat(256);

        Refusals.assertNames("name", methods().create(Json.object("name", tooLong, "issuer", "Acme")));
        Refusals.assertNames("issuer", methods().create(Json.object("name", "long", "issuer", tooLong)));
        Refusals.assertNames("period", methods().create(Json.object("name", "long", "issuer", "Acme", "period", "1".repeat(60_000))));
        assertEquals(204, methods().update(id, Json.object("name", "n".repeat(255), "issuer", "ü".repeat(255))).status());
        assertEquals("ü".repeat(255), methods().read(id).path("issuer").asText());
    }

    @Test
    void nameAndIssuerAreNeeded() {
        Refusals.assertNames("name", methods().create(Json.object("issuer", "Acme")));
        Refusals.assertNames("issuer", methods().create(Json.object("name", "nameless")));
        Refusals.assertNames("issuer", methods().create(Json.object("name", "nameless", "issuer", null)));
        Refusals.assertNames("name", methods().create("{}"));
        Refusals.assertNames("name", methods().create(""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "7", "\"name\"", "{\"name\": \"a\", \"name\": \"b\"}", "{} {}", "{\"naem\": \"very secret\"}", "{\"config\": {}}"})
    void bodyThatIsNoMethod(String body) {
        String id = id(methods().newMethod());

        for (HttpReply reply : new HttpReply[] { methods().create(body), methods().update(id, body) }) {
            Refusals.assertExplained(reply);
            assertFalse(reply.text().contains("very secret"), reply::toString);
        }
    }

    @Test
    void bodyThatIsTooLarge() {
        Refusals.assertNames("65536", methods().create(" ".repeat(70_000) + Json.object("name", "large", "issuer", "Acme")));
    }

    @Test
    void bodyThatIsNoJson() {
        HttpReply reply = methods().http().send("POST", methods().path(), "name=a".getBytes(StandardCharsets.UTF_8), "Content-Type", "application/x-www-form-urlencoded");

        assertEquals(415, reply.status(), reply::toString);
    }

    /** A name comes back as it was, whatever is in it. */
    @ParameterizedTest
    @ValueSource(strings = {"null", "{0} 'n' <b>", "a/b?c#d", "%s", "日本語", "🔑"})
    void namesAreTexts(String name) {
        JsonNode method = methods().newMethod(Json.object("name", name, "issuer", name));

        assertEquals(name, name(method));
        assertEquals(name, method.path("issuer").asText());
        assertEquals(204, methods().update(id(method), Json.object("digits", 8)).status());
        assertEquals(204, methods().remove(id(method)).status());
    }

    @Test
    void otherVerbsAreNotThere() {
        AdminHttp http = methods().http();
        assertEquals(405, http.send("DELETE", methods().path(), null).status());
        assertEquals(405, http.put(methods().path(), "{}").status());
    }

    /** The value as it is if it reads like JSON of another type than text. Otherwise as text. */
    private static String json(String value) {
        return value.matches("-?[0-9.]+|true|\".*\"|\\[\\]|\\{\\}") ? value : "\"" + value + "\"";
    }
}
