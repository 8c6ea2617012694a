package org.keycloak.testsuite.types;

import org.keycloak.testsuite.fixture.AbstractTotpTest;
import org.keycloak.testsuite.fixture.CredentialTypeEndpoints;
import org.keycloak.testsuite.fixture.Json;
import org.keycloak.testsuite.fixture.TestUser;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.keycloak.testsuite.types.FieldDescription.assertFields;
import static org.keycloak.testsuite.types.FieldDescription.range;
import static org.keycloak.testsuite.types.FieldDescription.text;

/**
 * A type that another jar brings, in the list of types.
 */
class BadgeTypeTest extends AbstractTotpTest {

    private static final String BADGE = "badge";

    @Test
    void typeIsListedWithTextForPeople() {
        JsonNode badge = CredentialTypeEndpoints.of(newUser()).listed(BADGE);

        assertEquals("Badge", badge.path("name").asText());
        assertEquals("Opens doors.", badge.path("helpText").asText());
        JsonNode number = badge.get("fields").get(2);
        assertEquals("Number", number.path("label").asText());
        assertEquals("The number on the badge, in digits.", number.path("helpText").asText());
    }

    @Test
    void fieldsAreThoseOfEachTypeAndItsOwn() {
        JsonNode badge = CredentialTypeEndpoints.of(newUser()).listed(BADGE);

        assertFields(badge,
                FieldDescription.USER_LABEL,
                FieldDescription.REPLACE_EXISTING,
                """
                {"name": "number", "type": "String", "secret": false, "required": true, "readOnly": false, "validators": %s}
                """.formatted(text(4, 12)),
                """
                {"name": "floor", "type": "Integer", "defaultValue": 1, "options": ["-1"], "secret": false, "required": false, "readOnly": false,
                 "validators": %s}
                """.formatted(range(1, 40)),
                """
                {"name": "visitor", "type": "boolean", "defaultValue": false, "secret": false, "required": false, "readOnly": false}
                """,
                """
                {"name": "colour", "type": "List", "defaultValue": "white", "options": ["white", "yellow", "red"],
                 "secret": false, "required": false, "readOnly": false}
                """,
                """
                {"name": "pin", "type": "Password", "secret": true, "required": false, "readOnly": false, "validators": %s}
                """.formatted(text(4, 8)),
                """
                {"name": "permanent", "type": "boolean", "secret": false, "required": false, "readOnly": false}
                """);
    }

    @Test
    void configuredTellsWhetherTheUserHasOne() {
        TestUser user = newUser();
        CredentialTypeEndpoints types = CredentialTypeEndpoints.of(user);
        assertFalse(types.listed(BADGE).get("configured").booleanValue());

        String id = types.create(BADGE, Json.object("number", "4711")).field("id");

        assertTrue(types.listed(BADGE).get("configured").booleanValue());
        assertFalse(types.listed("otp").get("configured").booleanValue());
        user.resource().removeCredential(id);
        assertFalse(types.listed(BADGE).get("configured").booleanValue());
    }
}
