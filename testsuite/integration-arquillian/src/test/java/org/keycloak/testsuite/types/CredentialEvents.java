package org.keycloak.testsuite.types;

import java.util.List;
import java.util.stream.StreamSupport;

import org.keycloak.testsuite.fixture.HttpReply;
import org.keycloak.testsuite.fixture.TestUser;

import com.fasterxml.jackson.databind.JsonNode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

/**
 * What administrators did with a user's credentials, as the realm has it on record.
 */
final class CredentialEvents {

    private CredentialEvents() {
    }

    /** On all paths below the user's, the newest first. */
    static List<JsonNode> of(TestUser user) {
        return onPath(user, "users/" + user.id() + "/*");
    }

    static List<JsonNode> onPath(TestUser user, String path) {
        HttpReply reply = user.realm().http().get(user.realm().name() + "/admin-events?max=100&resourcePath=" + path);
        assertEquals(200, reply.status(), reply::toString);
        return StreamSupport.stream(reply.json().spliterator(), false).toList();
    }

    static void assertIs(JsonNode event, TestUser user, String path, String credentialId, String type, String label) {
        assertEquals("ACTION", event.path("operationType").asText(), event::toString);
        assertEquals("USER", event.path("resourceType").asText(), event::toString);
        assertEquals("users/" + user.id() + "/" + path, event.path("resourcePath").asText());
        assertEquals(credentialId, event.path("details").path("credential_id").asText(), event::toString);
        assertEquals(type, event.path("details").path("credential_type").asText(), event::toString);
        assertEquals(label, event.path("details").path("credential_user_label").asText(), event::toString);
        assertFalse(event.hasNonNull("representation"), event::toString);
        assertFalse(event.hasNonNull("error"), event::toString);
    }
}
