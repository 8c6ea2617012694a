package org.keycloak.services.credential;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import org.keycloak.credential.CredentialField;
import org.keycloak.credential.InvalidFieldException;
import org.keycloak.models.ModelValidationException;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

class CredentialFieldsTest {

    private static final List<CredentialField> FIELDS = List.of(CredentialField.text("name", 1, 255), CredentialField.integer("size").range(1, 9),
            CredentialField.flag("on"));

    @ParameterizedTest
    @ValueSource(strings = { "", " \n", "{}" })
    void nothingMeansNoFields(String body) {
        assertEquals(JsonNodeFactory.instance.objectNode(), read(body));
    }

    @Test
    void valuesHaveTheTypesOfTheirFields() {
        assertEquals("{\"name\":\"ü\",\"size\":3,\"on\":true}", read("{\"name\": \"ü\", \"size\": 3, \"on\": true}").toString());
    }

    @ParameterizedTest
    @ValueSource(strings = { "3", "true", "[]", "{}" })
    void textIsAskedFor(String value) {
        assertEquals("Invalid name. Allowed: 1 to 255 characters, not blank, without control characters.", refused("{\"name\": " + value + "}"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "\"3\"", "3.5", "3.0", "1e3", "2147483648", "-99999999999999999999", "true", "[3]", "{}" })
    void wholeNumberIsAskedFor(String value) {
        assertEquals("Invalid size. Allowed: 1 to 9.", refused("{\"size\": " + value + "}"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "\"true\"", "1", "[]" })
    void booleanIsAskedFor(String value) {
        assertEquals("Invalid on. Allowed: true or false.", refused("{\"on\": " + value + "}"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "a b", " a b", "a b  ", "\\t a b \\n", "\u00a0a b\u202f", "\u2003a b\u3000" })
    void outerSpacesAreTakenOffWhereTheFieldSaysSo(String text) {
        List<CredentialField> fields = List.of(CredentialField.text("name", 1, 3).withoutOuterSpaces());

        assertEquals("{\"name\":\"a b\"}", CredentialFields.read(null, stream("{\"name\": \"" + text + "\"}"), fields).toString());
        assertEquals("{\"name\":\" a b \"}", read("{\"name\": \" a b \"}").toString());
        for (String refused : List.of("", " ", "\u00a0", " \\t\u2003", "a\\u0000b", " a\\nb ", " abcd ")) {
            assertThrows(InvalidFieldException.class, () -> CredentialFields.read(null, stream("{\"name\": \"" + refused + "\"}"), fields), refused);
        }
    }

    @Test
    void durationIsANumberOfSeconds() {
        List<CredentialField> fields = List.of(CredentialField.integer("period").range(10, 300).orDuration(), CredentialField.text("name", 1, 3));

        for (String duration : List.of("120", "\"120\"", "\"120s\"", "\"2m\"")) {
            assertEquals("{\"period\":120,\"name\":\"30s\"}", CredentialFields.read(null, stream("{\"period\": " + duration + ", \"name\": \"30s\"}"), fields).toString());
        }
        for (String refused : List.of("9", "\"9s\"", "\"6m\"", "\"soon\"", "\"\"", "\" 30s\"", "30.0", "true", "{}")) {
            InvalidFieldException invalid = assertThrows(InvalidFieldException.class, () -> CredentialFields.read(null, stream("{\"period\": " + refused + "}"), fields), refused);
            assertEquals("Invalid period. Allowed: 10 to 300.", invalid.getMessage());
        }
    }

    @Test
    void nullMeansAbsent() {
        assertEquals("{\"size\":1}", read("{\"name\": null, \"size\": 1, \"on\": null}").toString());
        assertEquals("{}", read("{\"id\": null}").toString());
    }

    @Test
    void mandatoryFieldIsAskedFor() {
        List<CredentialField> fields = List.of(CredentialField.text("name", 1, 255).required());

        for (String body : List.of("", "{}", "{\"name\": null}")) {
            assertThrows(InvalidFieldException.class, () -> CredentialFields.read(null, stream(body), fields), body);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "", " ", "a\\u0000b", "a\\nb", "a\\uD800b", "\\u007f" })
    void unreadableTextIsRefused(String text) {
        refused("{\"name\": \"" + text + "\"}");
    }

    @Test
    void lengthOfTextIsBounded() {
        read("{\"name\": \"" + "ü".repeat(255) + "\"}");
        refused("{\"name\": \"" + "ü".repeat(256) + "\"}");
        refused("{\"name\": \"" + " ".repeat(200) + "x" + " ".repeat(200) + "\"}");
    }

    @Test
    void largeBodyCostsNoMoreThanReadingIt() {
        assertTimeout(Duration.ofSeconds(5), () -> refused("{\"name\": \"" + "=".repeat(5_000_000) + "A\"}"));
    }

    @Test
    void unknownFieldIsNamedWithThoseThatAreAllowed() {
        assertEquals("Unknown field nam. Allowed: name, size, on.", refused("{\"nam\": \"x\"}"));
        assertTrue(refused("{\"" + "x".repeat(10_000) + "\": 1}").length() < 200);
    }

    @ParameterizedTest
    @ValueSource(strings = { "[]", "null", "1", "\"name\"" })
    void otherThanAnObjectIsRefused(String body) {
        assertTrue(refused(body).startsWith("Invalid request body. Allowed: a JSON object"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "{", "{]", "{\"size\": }", "{\"size\": 1} {}", "{\"size\": 1, \"size\": 2}", "size=1", "{'size': 1}", "{\"size\": 01}" })
    void malformedJsonIsRefused(String body) {
        assertTrue(refused(body).startsWith("Invalid request body. "));
    }

    @Test
    void deepNestingAndEndlessNumbersAreRefused() {
        refused("[".repeat(100_000));
        refused("{\"size\": " + "9".repeat(100_000) + "}");
    }

    @Test
    void otherEncodingIsRefused() {
        byte[] latin1 = "{\"name\": \"ü\"}".getBytes(StandardCharsets.ISO_8859_1);

        assertThrows(ModelValidationException.class, () -> CredentialFields.read(null, new ByteArrayInputStream(latin1), FIELDS));
    }

    @Test
    void noMessageShowsAValue() {
        for (String body : List.of("{\"name\": \"s3cr3t\"", "{\"size\": \"s3cr3t\"}", "{\"other\": \"s3cr3t\"}", "{\"name\": s3cr3t}")) {
            assertFalse(refused(body).contains("s3cr3t"), body);
        }
    }

    private static ObjectNode read(String body) {
        return CredentialFields.read(null, stream(body), FIELDS);
    }

    private static InputStream stream(String body) {
        return new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8));
    }

    private static String refused(String body) {
        return assertThrows(ModelValidationException.class, () -> read(body)).getMessage();
    }
}
