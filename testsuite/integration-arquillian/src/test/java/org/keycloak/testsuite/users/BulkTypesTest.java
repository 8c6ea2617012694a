package org.keycloak.testsuite.users;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.keycloak.testsuite.fixture.AbstractTotpTest;
import org.keycloak.testsuite.fixture.BulkEndpoint;
import org.keycloak.testsuite.fixture.BulkLines;
import org.keycloak.testsuite.fixture.CredentialTypeEndpoints;
import org.keycloak.testsuite.fixture.HttpReply;
import org.keycloak.testsuite.fixture.Json;
import org.keycloak.testsuite.fixture.Refusals;
import org.keycloak.testsuite.fixture.TestUser;
import org.keycloak.testsuite.providers.BadgeCredentialProvider;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.keycloak.testsuite.fixture.Verifications.assertValid;

/**
 * Credentials of any type for many users.
 */
class BulkTypesTest extends AbstractTotpTest {

    private static final String CODES = "recovery-authn-codes";
    private static final String BADGE = "badge";

    @Test
    void recoveryCodesAreMadeForEachUser() {
        TestUser user = newUser();
        TestUser other = newUser();
        JsonNode expected = CredentialTypeEndpoints.of(newUser()).create(CODES).json();

        BulkLines lines = bulk(CODES).select("ids", List.of(user.id(), other.id())).assertCreated(user, other);

        assertEquals(Json.names(expected), Json.names(lines.of(user).path("credential")));
        assertEquals(24, lines.users().stream().flatMap(line -> Json.elements(line.path("credential").path("codes"))).distinct().count());
        assertEquals(List.of(lines.of(user).path("credential").path("id").asText()), user.credentialIds(CODES));
        BulkLines again = bulk(CODES).select("ids", List.of(user.id())).assertStatus("exists", user);
        assertEquals("User already has recovery codes. Remove first.", BulkLines.message(again.of(user)));
    }

    @Test
    void typeOtpIsWhatCreateTotpMakes() {
        TestUser user = newUser();

        BulkLines lines = bulk("otp").select("ids", List.of(user.id()), "credential", Map.of("digits", 8)).assertCreated(user);

        assertFalse(lines.of(user).path("credential").has("qrCode"));
        assertValid(lines.of(user).path("credential").path("id").asText(), user.totp().verifyCode(lines.authenticator(user).code()));
    }

    @Test
    void typeOfAnotherJarHasItsOwnFieldsInEachLine() {
        TestUser user = newUser();
        TestUser other = newUser();

        BulkLines lines = bulk(BADGE).lines(
                Json.object("id", user.id(), "number", "4711", "floor", 7, "userLabel", "Front door"),
                Json.object("username", other.name(), "number", "4712", "pin", "73914628")).assertCreated(user, other);

        assertEquals("4711", lines.of(user).path("credential").path("number").asText());
        assertEquals(7, lines.of(user).path("credential").path("floor").asInt());
        assertEquals("73914628", lines.of(other).path("credential").path("pin").asText());
        assertEquals("Front door", user.credentials(BADGE).get(0).getUserLabel());
        Refusals.assertNames("number", bulk(BADGE).post(Json.object("users", Map.of("ids", List.of(user.id())))));
        Refusals.assertNames("qrSize", bulk(BADGE).post(Json.object("users", Map.of("ids", List.of(user.id())), "credential", Map.of("number", "4711", "qrSize", 0))));
    }

    @Test
    void refusalOfTheProviderIsALineOfItsUser() {
        TestUser user = newUser();
        TestUser refused = newUser();

        BulkLines lines = bulk(BADGE).lines(badge(refused, "number", BadgeCredentialProvider.RESERVED + "815"), badge(user, "number", "4711"));

        assertEquals(List.of("failed", "created"), lines.texts("status"));
        assertEquals(BadgeCredentialProvider.REFUSAL, lines.texts("message").get(0));
    }

    /** The failure comes when the badge is stored: all of the batch is undone, and done again user by user. */
    @Test
    void failureOfTheProviderIsALineOfItsUserAndTheOthersAreCreatedOnce() {
        List<TestUser> users = Stream.generate(this::newUser).limit(5).toList();

        BulkLines lines = bulk(BADGE).lines(
                badge(users.get(0), "number", "4711"),
                badge(users.get(1), "number", "4711", "colour", BadgeCredentialProvider.FAILING_COLOUR),
                badge(users.get(2), "number", "4711"),
                badge(users.get(3), "number", "4711", "pin", BadgeCredentialProvider.UNDRAWABLE_PIN),
                badge(users.get(4), "number", "4711"));

        assertEquals(List.of("created", "failed", "created", "failed", "created"), lines.texts("status"));
        assertFalse(lines.reply().text().contains("ink"), "the reply quotes no exception");
        assertEquals(List.of(1, 0, 1, 0, 1), users.stream().map(user -> user.credentials(BADGE).size()).toList());
    }

    @Test
    void refusalOfTheProviderInADryRunIsALine() {
        TestUser user = newUser();
        TestUser other = newUser();

        BulkLines lines = bulk(BADGE).select("ids", List.of(user.id(), other.id()), "dryRun", true,
                "credential", Map.of("number", BadgeCredentialProvider.RESERVED + "815"));

        assertEquals(List.of("failed", "failed"), lines.texts("status"));
    }

    @Test
    void selectionOfUsersSharesNoSecret() {
        Refusals.assertNames("pin", bulk(BADGE).post(Json.object("users", Map.of("ids", List.of(newUser().id())), "credential", Map.of("number", "4711", "pin", "73914628"))));
    }

    @Test
    void whatCannotBeReplacedIsALineOfItsUser() {
        TestUser permanent = newUser();
        TestUser user = newUser();
        HttpReply former = CredentialTypeEndpoints.of(permanent).create(BADGE, Json.object("number", "4711", "permanent", true));

        BulkLines lines = bulk(BADGE).select("ids", List.of(permanent.id(), user.id()), "credential", Map.of("number", "4712", "replaceExisting", true));

        assertEquals(List.of("failed", "created"), lines.texts("status"));
        assertTrue(BulkLines.message(lines.of(permanent)).contains("can't be removed"), lines.reply()::toString);
        assertEquals(List.of(former.field("id")), permanent.credentialIds(BADGE));
    }

    private static String badge(TestUser user, Object... fields) {
        return Json.object(Stream.concat(Stream.of("id", user.id()), Stream.of(fields)).toArray());
    }

    private BulkEndpoint bulk(String type) {
        return BulkEndpoint.of(realm(), type);
    }
}
