package org.keycloak.testsuite.methods;

import java.util.List;

import org.keycloak.testsuite.fixture.HttpReply;
import org.keycloak.testsuite.fixture.Json;
import org.keycloak.testsuite.fixture.TestUser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * What administrators did is on record, as for other components.
 */
class TotpMethodEventTest extends AbstractTotpMethodTest {

    @Test
    void eachWriteIsOnRecord() {
        String id = id(methods().newMethod());
        JsonNode created = stored(id);
        methods().update(id, Json.object("digits", 8));
        JsonNode updated = stored(id);
        methods().remove(id);

        List<JsonNode> events = events(id);

        assertEquals(3, events.size(), events::toString);
        assertIs(events.get(2), "CREATE", created);
        assertIs(events.get(1), "UPDATE", updated);
        assertIs(events.get(0), "DELETE", null);
        assertFalse(events.get(0).path("details").has("credentials"), events::toString);
    }

    @Test
    void removedCredentialsAreCounted() {
        JsonNode method = methods().newMethod();
        for (TestUser user : List.of(realm().newUser(), realm().newUser())) {
            user.newTotp(Json.object("method", name(method)));
        }

        assertEquals(204, methods().removeWithCredentials(id(method)).status());

        assertEquals("2", events(id(method)).get(0).path("details").path("credentials").asText());
    }

    @Test
    void refusedRequestIsNoEvent() {
        JsonNode method = methods().newMethod();
        String id = id(method);
        int before = allEvents("").size();

        assertEquals(400, methods().update(id, Json.object("digits", 7)).status());
        assertEquals(409, methods().create(Json.object("name", name(method), "issuer", "Acme")).status());
        setDefaultMethod(id);
        assertEquals(409, methods().remove(id).status());
        setDefaultMethod("");

        assertEquals(1, events(id).size());
        assertEquals(before + 2, allEvents("").size()); // the realm was changed twice
    }

    private JsonNode stored(String id) {
        return ((ObjectNode) methods().read(id)).without("credentials");
    }

    private void assertIs(JsonNode event, String operation, JsonNode representation) {
        assertEquals(operation, event.path("operationType").asText(), event::toString);
        assertEquals("COMPONENT", event.path("resourceType").asText(), event::toString);
        assertEquals(representation != null, event.hasNonNull("representation"), event::toString);
        if (representation != null) {
            assertEquals(representation, Json.parse(event.path("representation").asText(), JsonNode.class));
        }
        assertTrue(event.path("authDetails").hasNonNull("userId"), event::toString);
        assertFalse(event.hasNonNull("error"), event::toString);
    }

    /** The newest event comes first. */
    private List<JsonNode> events(String id) {
        return allEvents("&resourcePath=totp-methods/" + id);
    }

    private List<JsonNode> allEvents(String query) {
        HttpReply reply = realm().http().get(realm().name() + "/admin-events?max=1000" + query);
        assertEquals(200, reply.status(), reply::toString);
        return reply.elements().toList();
    }
}
