package org.keycloak.testsuite.users;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.keycloak.testsuite.fixture.AbstractTotpTest;
import org.keycloak.testsuite.fixture.BulkEndpoint;
import org.keycloak.testsuite.fixture.BulkLines;
import org.keycloak.testsuite.fixture.BulkStream;
import org.keycloak.testsuite.fixture.Json;
import org.keycloak.testsuite.fixture.ManyUsers;
import org.keycloak.testsuite.fixture.TestUser;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.keycloak.testsuite.fixture.Verifications.assertValid;

/**
 * Clients that hang up, and clients that don't read for a while.
 */
class BulkClientTest extends AbstractTotpTest {

    private static final int NUMBER = 3000;
    private static final int BATCH = 100;

    /** Lines of several kilobytes, so that the reply doesn't fit into the buffers between the server and the client. */
    private static final Map<String, String> LONG = Map.of("issuer", "\u00fc".repeat(255));

    @Test
    void workEndsWithItsClientAndHoldsNothingWhileTheClientDoesNotRead() throws Exception {
        List<TestUser> users = ManyUsers.in(realm(), NUMBER);
        List<String> ids = users.stream().map(TestUser::id).toList();
        BulkEndpoint bulk = BulkEndpoint.of(realm());
        String request = Json.object("users", Map.of("ids", ids), "credential", LONG);

        JsonNode acknowledged;
        int unread;
        try (BulkStream stream = BulkStream.open(bulk, request)) {
            acknowledged = stream.next();
            unread = enrolledWhenTheWorkRests(bulk, ids);
        }
        int enrolled = enrolledWhenTheWorkRests(bulk, ids);
        assertTrue(unread > 0 && unread < NUMBER, unread + " are enrolled while nothing is read");
        assertTrue(enrolled <= unread + BATCH, unread + " are enrolled, and after the client has gone " + enrolled);
        assertEquals(List.of(acknowledged.path("credential").path("id").asText()), users.get(0).otpIds());

        try (BulkStream stream = BulkStream.open(bulk, request)) {
            assertEquals("exists", BulkLines.status(stream.next()));
            // The last user's turn has not come, and nobody waits for the client.
            TestUser last = users.get(NUMBER - 1);
            assertEquals(200, last.totp().create().status());
            assertEquals(204, users.get(0).totp().remove().status());

            List<JsonNode> rest = stream.rest().toList();

            assertEquals(NUMBER, rest.size());
            assertEquals("exists", BulkLines.status(rest.get(NUMBER - 2)));
            assertEquals(last.id(), rest.get(NUMBER - 2).path("id").asText());
            JsonNode sums = rest.get(NUMBER - 1);
            assertEquals(Json.parse(Json.object("status", "done", "created", NUMBER - enrolled - 1, "creatable", 0, "exists", enrolled + 1, "failed", 0, "total", NUMBER), JsonNode.class), sums);
            JsonNode created = rest.get(NUMBER - 3);
            TestUser user = users.get(NUMBER - 2);
            assertValid(created.path("credential").path("id").asText(), user.totp().verifyCode(BulkLines.authenticator(created).code()));
        }
        for (int index = 1; index < NUMBER; index += 100) {
            assertEquals(1, users.get(index).otpIds().size());
        }
    }

    /** The server's output takes what is written, and drops it, if the client is gone and the buffers have room. */
    @Test
    void workEndsIfItsClientHangsUpWhileTheBuffersHaveRoom() throws Exception {
        List<String> ids = ManyUsers.in(realm(), NUMBER).stream().map(TestUser::id).toList();
        BulkEndpoint bulk = BulkEndpoint.of(realm());

        try (BulkStream stream = BulkStream.open(bulk, Json.object("users", Map.of("ids", ids)))) {
            assertEquals("created", BulkLines.status(stream.next()));
        }

        int enrolled = enrolledWhenTheWorkRests(bulk, ids);
        assertTrue(enrolled < NUMBER, enrolled + " are enrolled");
    }

    private static int enrolledWhenTheWorkRests(BulkEndpoint bulk, List<String> ids) {
        int before = -1;
        int enrolled = enrolled(bulk, ids);
        while (enrolled != before) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(500));
            before = enrolled;
            enrolled = enrolled(bulk, ids);
        }
        return enrolled;
    }

    private static int enrolled(BulkEndpoint bulk, List<String> ids) {
        return bulk.select("ids", ids, "dryRun", true).statuses().getOrDefault("exists", 0L).intValue();
    }
}
