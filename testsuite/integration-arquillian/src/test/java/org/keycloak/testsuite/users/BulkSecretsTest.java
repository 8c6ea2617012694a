package org.keycloak.testsuite.users;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.keycloak.testsuite.fixture.AbstractTotpTest;
import org.keycloak.testsuite.fixture.BulkEndpoint;
import org.keycloak.testsuite.fixture.BulkLines;
import org.keycloak.testsuite.fixture.Json;
import org.keycloak.testsuite.fixture.TestUser;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

/**
 * A secret is in the line of its user, and neither in the server's log nor in another line. The log is at DEBUG for our packages.
 */
class BulkSecretsTest extends AbstractTotpTest {

    private final List<String> secrets = new ArrayList<>();

    @Test
    void logHoldsNoSecret() throws IOException {
        TestUser user = newUser();
        TestUser other = newUser();
        BulkEndpoint bulk = BulkEndpoint.of(realm());
        created(bulk.select("ids", List.of(user.id(), other.id()), "credential", Map.of("qrSize", 300)));
        created(bulk.lines(line(user, "replaceExisting", true, "totpSecret", imported("one of a hardware token"), "secretEncoding", "TEXT")));
        // A batch with a failure is done again, user by user.
        BulkEndpoint.of(realm(), "badge").lines(
                line(user, "number", imported("123498761234"), "pin", imported("24681357")),
                line(other, "number", imported("432198761234"), "colour", "red"));

        BulkLines refused = bulk.lines(
                line(user, "totpSecret", imported("of a user who has one"), "secretEncoding", "TEXT"),
                line(user, "totpSecret", imported("not in hex at all 0189"), "secretEncoding", "HEX"),
                line(other, "totpSecret", imported("beside an unknown field"), "secretEncoding", "TEXT", "colour", "red"),
                "{\"id\": \"" + newUser().id() + "\", \"totpSecret\": \"" + imported("in broken JSON, number one") + "\", ",
                "{\"id\": \"" + newUser().id() + "\", \"totpSecret\": " + imported("unquotedSecretInBrokenJson") + "}",
                Json.object("id", "nobody", "totpSecret", imported("of a user who doesn't exist"), "secretEncoding", "TEXT"),
                line(newUser(), "totpSecret", imported("in a line that is too long"), "userLabel", "x".repeat(100_000)));
        bulk.post(Json.object("users", Map.of("ids", List.of(user.id())), "credential", Map.of("totpSecret", imported("one for many users"), "secretEncoding", "TEXT")));
        bulk.post("{\"credential\": {\"totpSecret\": \"" + imported("in a request that is broken") + "\", ");

        String log = Files.readString(server().log(), StandardCharsets.UTF_8);
        assertEquals(0, refused.with("created").count());
        for (String secret : secrets) {
            assertFalse(log.contains(secret), () -> "in the log: " + secret);
            assertFalse(refused.reply().text().contains(secret), () -> "in the reply: " + secret);
        }
    }

    private void created(BulkLines lines) {
        lines.with("created").forEach(line -> List.of("totpSecret", "totpSecretEncoded", "keyUri")
                .forEach(field -> secrets.add(line.path("credential").path(field).asText())));
        assertEquals(lines.users().size(), lines.with("created").count(), lines.reply()::toString);
    }

    private static String line(TestUser user, Object... fields) {
        return Json.object(Stream.concat(Stream.of("id", user.id()), Stream.of(fields)).toArray());
    }

    private String imported(String secret) {
        secrets.add(secret);
        return secret;
    }
}
