package org.keycloak.testsuite.types;

import java.util.List;
import java.util.stream.StreamSupport;

import org.keycloak.testsuite.fixture.Json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

/**
 * How a list of types describes the fields to fill.
 */
final class FieldDescription {

    /** The fields of all types, which come first. */
    static final String USER_LABEL = """
            {"name": "userLabel", "type": "String", "secret": false, "required": false, "readOnly": false, "validators": %s}
            """.formatted(text(1, 255));
    static final String REPLACE_EXISTING = """
            {"name": "replaceExisting", "type": "boolean", "defaultValue": false, "secret": false, "required": false, "readOnly": false}
            """;

    private FieldDescription() {
    }

    /** The validators of a text of so many characters. */
    static String text(int min, int max) {
        return """
                {"length": {"min": %d, "max": %d, "trim-disabled": true}, "not-blank": {}, "pattern": {"pattern": "[^\\\\p{Cc}\\\\p{Cs}]*", "error-message": "without control characters"}}
                """.formatted(min, max);
    }

    static String range(int min, int max) {
        return """
                {"integer": {"min": %d, "max": %d}}
                """.formatted(min, max);
    }

    /** All fields in their order, with all that is for programs. The texts for people must be there too. */
    static void assertFields(JsonNode type, String... expected) {
        List<JsonNode> fields = StreamSupport.stream(type.get("fields").spliterator(), false).toList();
        for (JsonNode field : fields) {
            assertFalse(field.path("label").asText().isBlank(), field::toString);
            assertFalse(field.path("helpText").asText().isBlank(), field::toString);
        }
        assertEquals(List.of(expected).stream().map(field -> Json.parse(field, JsonNode.class)).toList(),
                fields.stream().map(FieldDescription::withoutText).toList());
    }

    private static JsonNode withoutText(JsonNode field) {
        return Json.parse(field.toString(), ObjectNode.class).without(List.of("label", "helpText"));
    }
}
