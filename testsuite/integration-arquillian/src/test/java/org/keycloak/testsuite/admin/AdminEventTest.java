package org.keycloak.testsuite.admin;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.testsuite.fixture.AbstractTotpTest;
import org.keycloak.testsuite.fixture.CredentialEvents;
import org.keycloak.testsuite.fixture.HttpReply;
import org.keycloak.testsuite.fixture.Json;
import org.keycloak.testsuite.fixture.OtpCredentials;
import org.keycloak.testsuite.fixture.Secrets;
import org.keycloak.testsuite.fixture.TestUser;
import org.keycloak.testsuite.totp.Authenticator;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * What administrators did is on record. What they were told isn't, although the realm records representations.
 */
class AdminEventTest extends AbstractTotpTest {

    @Test
    void createNamesTheCredentialAndNotItsSecret() {
        TestUser user = newUser();

        HttpReply reply = user.totp().create(Json.object("userLabel", "phone"));

        List<JsonNode> events = CredentialEvents.of(user, "create-totp");
        assertEquals(1, events.size(), events::toString);
        CredentialEvents.assertIs(events.get(0), user, "create-totp", reply.field("id"), "otp", "phone");
        assertHoldsNoSecret(events.get(0), reply);
    }

    @Test
    void importedSecretIsNotThereEither() {
        TestUser user = newUser();
        String secret = "an imported secret of some length";

        HttpReply reply = user.totp().create(Json.object("totpSecret", secret, "secretEncoding", "TEXT"));

        List<JsonNode> events = CredentialEvents.of(user, "create-totp");
        assertEquals(1, events.size(), events::toString);
        assertHoldsNoSecret(events.get(0), reply);
    }

    @Test
    void pictureIsOnRecordAsWell() {
        TestUser user = newUser();

        user.totp().createPicture("{}");

        assertEquals(1, CredentialEvents.of(user, "create-totp").size());
    }

    @Test
    void refusedRequestIsNoEvent() {
        TestUser user = newUser();
        user.newTotp("{}");

        assertEquals(400, user.totp().create().status());
        assertEquals(400, user.totp().create(Json.object("digits", 7)).status());

        assertEquals(1, CredentialEvents.of(user, "create-totp").size());
    }

    @Test
    void removeNamesEachCredential() {
        TestUser user = realm().newUser(OtpCredentials.totp("phone", "12345678901234567890"), OtpCredentials.hotp("token", "abcdefghijklmnopqrst"));
        Set<String> ids = user.otpCredentials().stream().map(CredentialRepresentation::getId).collect(Collectors.toSet());

        user.totp().remove();

        List<JsonNode> events = CredentialEvents.of(user, "remove-totp");
        assertEquals(2, events.size(), events::toString);
        assertEquals(ids, events.stream().map(event -> event.path("details").path("credential_id").asText()).collect(Collectors.toSet()));
        events.forEach(event -> {
            assertEquals("ACTION", event.path("operationType").asText());
            assertEquals("USER", event.path("resourceType").asText());
            assertEquals("otp", event.path("details").path("credential_type").asText());
        });
    }

    @Test
    void removingNothingIsNoEvent() {
        TestUser user = newUser();

        user.totp().remove();

        assertTrue(CredentialEvents.of(user, "remove-totp").isEmpty());
    }

    /** The event is the same as for a removal by Keycloak's own endpoint. */
    @Test
    void replacedCredentialIsNamedToo() {
        TestUser user = newUser();
        String former = user.totp().create(Json.object("userLabel", "lost phone")).field("id");

        String latter = user.totp().create(Json.object("replaceExisting", true)).field("id");

        List<JsonNode> removals = CredentialEvents.of(user, "credentials/" + former);
        assertEquals(1, removals.size(), removals::toString);
        CredentialEvents.assertIs(removals.get(0), user, "credentials/" + former, former, "otp", "lost phone");
        assertEquals(Set.of(former, latter), CredentialEvents.of(user, "create-totp").stream()
                .map(event -> event.path("details").path("credential_id").asText()).collect(Collectors.toSet()));
    }

    @Test
    void verificationIsOnRecordWithItsOutcome() {
        TestUser user = newUser();
        Authenticator authenticator = user.newTotp("{}");
        String id = user.otpCredentials().get(0).getId();
        String wrong = authenticator.wrongCode();
        String right = authenticator.code();

        user.totp().verifyCode(wrong);
        user.totp().verifyCode(wrong, id);
        user.totp().verifyCode(right);

        List<JsonNode> events = CredentialEvents.of(user, "verify-totp");
        assertEquals(3, events.size(), events::toString);
        assertEquals(1, events.stream().filter(event -> "true".equals(event.path("details").path("valid").asText())).count());
        assertEquals(2, events.stream().filter(event -> id.equals(event.path("details").path("credential_id").asText())).count(), events::toString);
        events.forEach(event -> {
            assertEquals("ACTION", event.path("operationType").asText());
            assertEquals("otp", event.path("details").path("credential_type").asText());
            assertFalse(event.toString().contains(wrong) || event.toString().contains(right), event::toString);
        });
    }

    private static void assertHoldsNoSecret(JsonNode event, HttpReply reply) {
        Secrets.of(reply).forEach(secret -> assertFalse(event.toString().contains(secret), event::toString));
    }
}
