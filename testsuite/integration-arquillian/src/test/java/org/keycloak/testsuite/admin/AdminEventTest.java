package org.keycloak.testsuite.admin;

import java.util.List;
import java.util.stream.StreamSupport;

import org.keycloak.testsuite.fixture.AbstractTotpTest;
import org.keycloak.testsuite.fixture.HttpReply;
import org.keycloak.testsuite.fixture.Json;
import org.keycloak.testsuite.fixture.TestUser;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * What administrators did is on record; what they were told isn't. The realm records representations too.
 */
class AdminEventTest extends AbstractTotpTest {

    @Test
    void createNamesTheCredentialAndNotItsSecret() {
        TestUser user = newUser();

        HttpReply reply = user.totp().create(Json.object("userLabel", "phone"));

        List<JsonNode> events = events(user, "create-totp");
        assertEquals(1, events.size(), events::toString);
        JsonNode event = events.get(0);
        assertEquals("ACTION", event.path("operationType").asText());
        assertEquals("USER", event.path("resourceType").asText());
        assertEquals("users/" + user.id() + "/create-totp", event.path("resourcePath").asText());
        assertEquals(reply.field("id"), event.path("details").path("credential_id").asText());
        assertEquals("otp", event.path("details").path("credential_type").asText());
        assertEquals("phone", event.path("details").path("credential_user_label").asText());
        assertFalse(event.hasNonNull("representation"), event::toString);
        assertFalse(event.hasNonNull("error"), event::toString);
        assertHoldsNoSecret(event, reply);
    }

    @Test
    void importedSecretIsNotThereEither() {
        TestUser user = newUser();
        String secret = "an imported secret of some length";

        HttpReply reply = user.totp().create(Json.object("totpSecret", secret));

        List<JsonNode> events = events(user, "create-totp");
        assertEquals(1, events.size(), events::toString);
        assertHoldsNoSecret(events.get(0), reply);
    }

    @Test
    void pictureIsOnRecordAsWell() {
        TestUser user = newUser();

        user.totp().createPicture("{}");

        assertEquals(1, events(user, "create-totp").size());
    }

    @Test
    void refusedRequestIsNoEvent() {
        TestUser user = newUser();
        user.newTotp("{}");

        assertEquals(400, user.totp().create().status());
        assertEquals(400, user.totp().create(Json.object("digits", 7)).status());

        assertEquals(1, events(user, "create-totp").size());
    }

    @Test
    void removeNamesTheCredential() {
        TestUser user = newUser();
        String id = user.totp().create(Json.object("userLabel", "phone")).field("id");

        user.totp().remove();

        List<JsonNode> events = events(user, "remove-totp");
        assertEquals(1, events.size(), events::toString);
        assertEquals("ACTION", events.get(0).path("operationType").asText());
        assertEquals("USER", events.get(0).path("resourceType").asText());
        assertEquals(id, events.get(0).path("details").path("credential_id").asText());
        assertEquals("otp", events.get(0).path("details").path("credential_type").asText());
    }

    private static void assertHoldsNoSecret(JsonNode event, HttpReply reply) {
        for (String secret : List.of("totpSecret", "totpSecretEncoded", "keyUri", "qrCode")) {
            assertTrue(reply.field(secret).length() > 10, reply::toString);
            assertFalse(event.toString().contains(reply.field(secret)), event::toString);
        }
    }

    private List<JsonNode> events(TestUser user, String operation) {
        HttpReply reply = realm().http().get(realm().name() + "/admin-events?resourcePath=users/" + user.id() + "/" + operation);
        assertEquals(200, reply.status(), reply::toString);
        return StreamSupport.stream(reply.json().spliterator(), false).toList();
    }
}
