package org.keycloak.services.resources.admin;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.keycloak.models.ModelValidationException;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class EnrolmentFieldsTest {

    private static final List<ProviderConfigProperty> FIELDS = ProviderConfigurationBuilder.create()
            .property().name("name").type(ProviderConfigProperty.STRING_TYPE).helpText("Text.").add()
            .property().name("size").type(ProviderConfigProperty.INTEGER_TYPE).helpText("A number.").add()
            .property().name("on").type(ProviderConfigProperty.BOOLEAN_TYPE).helpText("true or false.").add()
            .build();

    @ParameterizedTest
    @ValueSource(strings = { "", " \n", "{}" })
    void nothingMeansNoFields(String body) {
        assertEquals(Map.of(), read(body));
    }

    @Test
    void valuesHaveTheTypesOfTheirFields() {
        assertEquals(Map.of("name", "ü", "size", 3, "on", true), read("{\"name\": \"ü\", \"size\": 3, \"on\": true}"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "3", "null", "true", "[]", "{}" })
    void textIsAskedFor(String value) {
        assertEquals("Invalid name. Text.", refused("{\"name\": " + value + "}"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "\"3\"", "3.5", "3.0", "1e3", "2147483648", "-99999999999999999999", "null", "true", "[3]", "{}" })
    void wholeNumberIsAskedFor(String value) {
        assertEquals("Invalid size. A number.", refused("{\"size\": " + value + "}"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "\"true\"", "1", "null", "[]" })
    void booleanIsAskedFor(String value) {
        assertEquals("Invalid on. true or false.", refused("{\"on\": " + value + "}"));
    }

    @Test
    void unknownFieldIsNamedWithThoseThatAreAllowed() {
        assertEquals("Unknown field nam. Allowed are name, size, on.", refused("{\"nam\": \"x\"}"));
        assertTrue(refused("{\"" + "x".repeat(10_000) + "\": 1}").length() < 200);
    }

    @ParameterizedTest
    @ValueSource(strings = { "[]", "null", "1", "\"name\"" })
    void otherThanAnObjectIsRefused(String body) {
        assertTrue(refused(body).startsWith("Invalid request body. A JSON object"));
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

        assertThrows(ModelValidationException.class, () -> EnrolmentFields.read(new ByteArrayInputStream(latin1), FIELDS));
    }

    @Test
    void noMessageShowsAValue() {
        for (String body : List.of("{\"name\": \"s3cr3t\"", "{\"size\": \"s3cr3t\"}", "{\"other\": \"s3cr3t\"}", "{\"name\": s3cr3t}")) {
            assertFalse(refused(body).contains("s3cr3t"), body);
        }
    }

    private static Map<String, Object> read(String body) {
        return EnrolmentFields.read(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)), FIELDS);
    }

    private static String refused(String body) {
        return assertThrows(ModelValidationException.class, () -> read(body)).getMessage();
    }
}
