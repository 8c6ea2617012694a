package org.keycloak.testsuite.account;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

import org.keycloak.testsuite.fixture.HttpReply;
import org.keycloak.testsuite.fixture.Json;
import org.keycloak.testsuite.fixture.OwnTotpEndpoints;
import org.keycloak.testsuite.fixture.Secrets;
import org.keycloak.testsuite.fixture.TestRealm;
import org.keycloak.testsuite.fixture.TestUser;
import org.keycloak.testsuite.totp.Authenticator;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * What users do is on record as if they did it on Keycloak's own pages. Neither the events nor the log hold a secret; the log is at DEBUG
 * for our packages.
 */
class OwnTotpEventsTest extends AbstractOwnTotpTest {

    @Override
    protected TestRealm newRealm() {
        return TestRealm.create(server(), it -> it.setEventsEnabled(true));
    }

    @Test
    void confirmationIsReported() {
        TestUser user = newUser();
        OwnTotpEndpoints own = OwnTotpEndpoints.of(user);

        HttpReply confirmed = own.confirm(Json.object("code", generate(own).code(), "userLabel", "phone"));

        for (String type : List.of("UPDATE_CREDENTIAL", "UPDATE_TOTP")) { // UPDATE_TOTP is the older name of the same event
            List<JsonNode> events = events(user, type);
            assertEquals(1, events.size(), events::toString);
            JsonNode event = events.get(0);
            assertEquals("account", event.path("clientId").asText());
            assertFalse(event.path("sessionId").asText().isEmpty(), event::toString);
            assertFalse(event.path("ipAddress").asText().isEmpty(), event::toString);
            assertEquals(Json.parse(Json.object("credential_type", "otp", "credential_id", confirmed.field("id"), "credential_user_label", "phone")
                    .getBytes(StandardCharsets.UTF_8)), event.path("details"));
        }
        assertTrue(events(user, "UPDATE_CREDENTIAL_ERROR").isEmpty());
    }

    @Test
    void refusedCodesAreReported() {
        TestUser user = newUser();
        OwnTotpEndpoints own = OwnTotpEndpoints.of(user);
        Authenticator authenticator = generate(own);
        for (int attempt = 0; attempt < 5; attempt++) {
            own.confirmCode(authenticator.wrongCode());
        }
        assertRefused(TOO_MANY, own.confirmCode(authenticator.code()));

        List<JsonNode> errors = events(user, "UPDATE_CREDENTIAL_ERROR");
        assertEquals(6, errors.size(), errors::toString);
        assertEquals("totp_attempts_exceeded", errors.get(0).path("error").asText());
        assertEquals("maxValidationAttempts", errors.get(0).path("details").path("limit").asText());
        errors.subList(1, 6).forEach(error -> assertEquals("invalid_user_credentials", error.path("error").asText()));
        errors.forEach(error -> assertEquals("otp", error.path("details").path("credential_type").asText()));
        assertTrue(events(user, "UPDATE_CREDENTIAL").isEmpty());
    }

    @Test
    void nothingHoldsASecret() throws IOException {
        List<String> secrets = new ArrayList<>();
        TestUser user = newUser();
        OwnTotpEndpoints own = OwnTotpEndpoints.of(user);
        secrets.addAll(Secrets.of(own.generate()));
        HttpReply generated = own.generate();
        secrets.addAll(Secrets.of(generated));
        Authenticator authenticator = generated(generated);
        String imported = "a secret of the user's own";
        secrets.add(imported);
        assertEquals(400, own.generate(Json.object("totpSecret", imported)).status());
        assertEquals(400, own.generate("{\"totpSecret\": \"" + imported + "\"").status());
        own.confirmCode(authenticator.wrongCode());
        HttpReply confirmed = own.confirmCode(authenticator.code());
        assertConfirmed(confirmed);

        String log = Files.readString(server().log(), StandardCharsets.UTF_8);
        String events = realm().http().get(realm().name() + "/events?max=100&user=" + user.id()).text() + realm().http().get(realm().name() + "/admin-events?max=100").text();
        assertTrue(events.contains("UPDATE_CREDENTIAL"));
        for (String secret : secrets) {
            assertFalse(log.contains(secret), () -> "in the log: " + secret);
            assertFalse(events.contains(secret), () -> "in an event: " + secret);
            assertFalse(confirmed.text().contains(secret), confirmed::toString);
        }
    }

    /** The newest event comes first. */
    private List<JsonNode> events(TestUser user, String type) {
        HttpReply reply = realm().http().get(realm().name() + "/events?max=100&user=" + user.id() + "&type=" + type);
        assertEquals(200, reply.status(), reply::toString);
        return reply.elements().toList();
    }
}
