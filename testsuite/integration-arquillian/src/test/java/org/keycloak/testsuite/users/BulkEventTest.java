package org.keycloak.testsuite.users;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.keycloak.testsuite.fixture.AbstractTotpTest;
import org.keycloak.testsuite.fixture.BulkEndpoint;
import org.keycloak.testsuite.fixture.BulkLines;
import org.keycloak.testsuite.fixture.CredentialEvents;
import org.keycloak.testsuite.fixture.HttpReply;
import org.keycloak.testsuite.fixture.Json;
import org.keycloak.testsuite.fixture.TestUser;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

/**
 * What administrators did is on record for each user as if it had been one request for each. No secret is, although the realm records
 * representations.
 */
class BulkEventTest extends AbstractTotpTest {

    @Test
    void eachUserHasAnEventOfCreateTotp() {
        TestUser sister = newUser();
        sister.totp().create(Json.object("userLabel", "phone"));
        List<TestUser> users = Stream.generate(this::newUser).limit(3).toList();

        BulkLines lines = bulk().select("ids", users.stream().map(TestUser::id).toList(), "credential", Map.of("userLabel", "phone"));

        JsonNode expected = onlyEvent(sister, "create-totp");
        for (TestUser user : users) {
            JsonNode event = onlyEvent(user, "create-totp");
            CredentialEvents.assertIs(event, user, "create-totp", id(lines.of(user)), "otp", "phone");
            assertEquals(expected.path("authDetails").path("userId"), event.path("authDetails").path("userId"));
            assertEquals(expected.path("authDetails").path("clientId"), event.path("authDetails").path("clientId"));
            assertEquals(expected.path("authDetails").path("ipAddress"), event.path("authDetails").path("ipAddress"));
            assertEquals(Json.names(expected), Json.names(event));
            assertEquals(Json.names(expected.path("details")), Json.names(event.path("details")));
            assertHoldsNoSecret(event, lines.of(user));
        }
    }

    @Test
    void eachLineHasAnEventWithItsOwnLabelAndWithoutItsSecret() {
        TestUser user = newUser();
        TestUser other = newUser();

        BulkLines lines = bulk().lines(
                Json.object("id", user.id(), "userLabel", "Token 1", "totpSecret", "a secret of a hardware token", "secretEncoding", "TEXT"),
                Json.object("username", other.name()));

        CredentialEvents.assertIs(onlyEvent(user, "*"), user, "create-totp", id(lines.of(user)), "otp", "Token 1");
        CredentialEvents.assertIs(onlyEvent(other, "*"), other, "create-totp", id(lines.of(other)), "otp", "");
        assertHoldsNoSecret(onlyEvent(user, "*"), lines.of(user));
    }

    @Test
    void eventOfATypeHasThePathOfTheType() {
        TestUser user = newUser();

        BulkLines lines = BulkEndpoint.of(realm(), "recovery-authn-codes").select("ids", List.of(user.id())).assertCreated(user);

        JsonNode event = onlyEvent(user, "*");
        CredentialEvents.assertIs(event, user, "credential-types/recovery-authn-codes", id(lines.of(user)), "recovery-authn-codes", "");
        lines.of(user).path("credential").path("codes").forEach(code -> assertFalse(event.toString().contains(code.asText()), event::toString));
    }

    @Test
    void replacedCredentialIsNamedToo() {
        TestUser user = newUser();
        HttpReply former = user.totp().create(Json.object("userLabel", "lost phone"));

        BulkLines lines = bulk().select("ids", List.of(user.id()), "credential", Map.of("replaceExisting", true)).assertCreated(user);

        String removal = "credentials/" + former.field("id");
        CredentialEvents.assertIs(onlyEvent(user, removal), user, removal, former.field("id"), "otp", "lost phone");
        assertEquals(List.of(id(lines.of(user)), former.field("id")), CredentialEvents.of(user, "create-totp").stream()
                .map(event -> event.path("details").path("credential_id").asText()).toList());
    }

    @Test
    void whoGetsNothingHasNoEvent() {
        TestUser user = newUser();
        TestUser enrolled = newUser();
        enrolled.newTotp("{}");

        bulk().select("ids", List.of(user.id()), "dryRun", true).assertStatus("creatable", user);
        bulk().select("ids", List.of(enrolled.id())).assertStatus("exists", enrolled);
        bulk().lines(Json.object("id", user.id(), "digits", 7)).assertStatus("failed", user);

        assertEquals(List.of(), CredentialEvents.of(user));
        assertEquals(1, CredentialEvents.of(enrolled).size());
    }

    private static JsonNode onlyEvent(TestUser user, String path) {
        List<JsonNode> events = CredentialEvents.of(user, path);
        assertEquals(1, events.size(), events::toString);
        return events.get(0);
    }

    private static String id(JsonNode line) {
        return line.path("credential").path("id").asText();
    }

    private static void assertHoldsNoSecret(JsonNode event, JsonNode line) {
        for (String field : List.of("totpSecret", "totpSecretEncoded", "keyUri")) {
            assertFalse(event.toString().contains(line.path("credential").path(field).asText("?")), event::toString);
        }
    }

    private BulkEndpoint bulk() {
        return BulkEndpoint.of(realm());
    }
}
