package org.keycloak.testsuite.users;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.keycloak.testsuite.fixture.AbstractTotpTest;
import org.keycloak.testsuite.fixture.BulkEndpoint;
import org.keycloak.testsuite.fixture.BulkLines;
import org.keycloak.testsuite.fixture.Json;
import org.keycloak.testsuite.fixture.ManyUsers;
import org.keycloak.testsuite.fixture.TestUser;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * A bad line of NDJSON has a failed line with its number, and the others are created.
 */
class BulkBadLinesTest extends AbstractTotpTest {

    private static final String SECRET = "a secret in a line that is bad";

    /** The lines, and what the message names. ID and NAME are those of a user who exists. */
    private static final Map<String, String> BAD_LINES = Map.ofEntries(
            Map.entry("{\"id\": \"ID\", ", "JSON"),
            Map.entry("{\"id\": \"ID\"} {}", "JSON"),
            Map.entry("{\"id\": \"ID\", \"id\": \"ID\"}", "twice"),
            Map.entry("{\"id\": \"ID\", \"digits\": 6, \"digits\": 8}", "twice"),
            Map.entry("[\"ID\"]", "object"),
            Map.entry("\"ID\"", "object"),
            Map.entry("null", "object"),
            Map.entry("{}", "id, username, email"),
            Map.entry("{\"id\": null}", "id, username, email"),
            Map.entry("{\"digits\": 6}", "id, username, email"),
            Map.entry("{\"id\": \"ID\", \"username\": \"NAME\"}", "id, username, email"),
            Map.entry("{\"id\": 5}", "id"),
            Map.entry("{\"id\": [\"ID\"]}", "id"),
            Map.entry("{\"id\": \"\"}", "id"),
            Map.entry("{\"username\": \" \"}", "username"),
            Map.entry("{\"username\": true}", "username"),
            Map.entry("{\"email\": {}}", "email"),
            Map.entry("{\"username\": \"NAME\\u0000\"}", "username"),
            Map.entry("{\"id\": \"ID\\u0000\"}", "id"),
            Map.entry("{\"email\": \"NAME@example.com\\u0000\"}", "email"),
            Map.entry("{\"username\": \"" + "x".repeat(256) + "\"}", "username"),
            Map.entry("{\"id\": \"ID\", \"userLabel\": \"" + "x".repeat(70_000) + "\"}", "65536"),
            Map.entry("{\"id\": \"ID\", \"colour\": \"red\"}", "colour"),
            Map.entry("{\"id\": \"ID\", \"users\": {}}", "users"),
            Map.entry("{\"id\": \"ID\", \"dryRun\": true}", "dryRun"),
            Map.entry("{\"id\": \"ID\", \"digits\": 7}", "digits"),
            Map.entry("{\"id\": \"ID\", \"digits\": \"6\"}", "digits"),
            Map.entry("{\"id\": \"ID\", \"qrSize\": 1}", "qrSize"),
            Map.entry("{\"id\": \"ID\", \"replaceExisting\": \"yes\"}", "replaceExisting"),
            Map.entry("{\"id\": \"ID\", \"method\": \"no such method\"}", "method"),
            Map.entry("{\"id\": \"ID\", \"totpSecret\": \"" + SECRET + "\"}", "secretEncoding"),
            Map.entry("{\"id\": \"ID\", \"totpSecret\": \"" + SECRET + "\", \"secretEncoding\": \"HEX\"}", "totpSecret"));

    /** No line makes the stream end before the sums. */
    @Test
    void eachBadLineFailsByItselfAndIsExplained() {
        List<String> bad = List.copyOf(BAD_LINES.keySet());
        List<TestUser> users = ManyUsers.in(realm(), bad.size());
        List<TestUser> others = ManyUsers.in(realm(), bad.size());
        List<String> request = IntStream.range(0, bad.size()).boxed().flatMap(index -> Stream.of(
                bad.get(index).replace("ID", users.get(index).id()).replace("NAME", users.get(index).name()), named(others.get(index)))).toList();

        BulkLines lines = bulk().lines(request.toArray(String[]::new));

        assertEquals(Map.of("created", (long) bad.size(), "failed", (long) bad.size()), lines.statuses());
        for (int index = 0; index < bad.size(); index++) {
            JsonNode line = lines.users().get(2 * index);
            assertEquals(2 * index + 1, line.path("line").asInt(), line::toString);
            assertEquals("failed", BulkLines.status(line), bad.get(index));
            String message = BulkLines.message(line);
            assertTrue(message.contains(BAD_LINES.get(bad.get(index))), line + " for " + bad.get(index));
            assertFalse(message.contains("Exception") || line.toString().contains(SECRET), line::toString);
            assertTrue(users.get(index).otpCredentials().isEmpty());
            assertEquals(others.get(index).id(), lines.users().get(2 * index + 1).path("id").asText());
        }
    }

    /** Spellings that are no user's id or name, but that a storage or a database may stumble over. */
    @Test
    void strangeNamesAreNobodys() {
        List<String> names = List.of("f:", "f:x", "f::", "f:" + UUID.randomUUID() + ":bob", "f:../..:bob", "service-account-", "lightweight-", "lightweight-x", "%", "_", "*",
                "' or 1=1 --", "\ud83d\udcf1", "\ud83d", "\\", "\"", "../users", "\n", "a\tb", "\u202e", "null", "x".repeat(255));
        List<String> request = names.stream().flatMap(name -> Stream.of("id", "username", "email").map(key -> Json.object(key, name))).toList();

        BulkLines lines = bulk().lines(request.toArray(String[]::new));

        assertEquals(Map.of("failed", (long) request.size()), lines.statuses());
    }

    @Test
    void blankLinesCountAndHaveNoLineInTheReply() {
        List<TestUser> users = ManyUsers.in(realm(), 3);

        BulkLines lines = BulkLines.of(bulk().send("\n  \t\n" + named(users.get(0)) + "\n\n\r\n" + named(users.get(1)) + "\n" + named(users.get(2)) + "\n \n\n"));

        assertEquals(List.of("3", "6", "7"), lines.assertCreated(users.toArray(TestUser[]::new)).texts("line"));
    }

    @Test
    void linesOfWindowsAndTheLastWithoutABreakAreRead() {
        List<TestUser> users = ManyUsers.in(realm(), 2);

        BulkLines lines = BulkLines.of(bulk().send(named(users.get(0)) + "\r\n" + named(users.get(1))));

        assertEquals(List.of("1", "2"), lines.assertCreated(users.toArray(TestUser[]::new)).texts("line"));
    }

    @Test
    void byteOrderMarkIsSkipped() {
        TestUser user = newUser();

        BulkLines.of(bulk().send("\ufeff" + named(user) + "\n")).assertCreated(user);
    }

    @Test
    void textThatIsNotUtf8IsABadLine() {
        TestUser user = newUser();
        byte[] latin = ("{\"username\": \"J\u00fcrgen\"}\n" + named(user) + "\n").getBytes(StandardCharsets.ISO_8859_1);

        BulkLines lines = BulkLines.of(bulk().send(latin, "Content-Type", BulkEndpoint.NDJSON));

        assertEquals(List.of("failed", "created"), lines.texts("status"));
    }

    @Test
    void noLinesAreAnsweredWithTheSumsAlone() {
        assertEquals(List.of(), BulkLines.of(bulk().send("")).users());
        assertEquals(List.of(), BulkLines.of(bulk().send("\n\n \r\n")).users());
    }

    private static String named(TestUser user) {
        return Json.object("id", user.id());
    }

    private BulkEndpoint bulk() {
        return BulkEndpoint.of(realm());
    }
}
