package org.keycloak.testsuite.mariadb;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.keycloak.testsuite.fixture.BulkEndpoint;
import org.keycloak.testsuite.fixture.BulkLines;
import org.keycloak.testsuite.fixture.Json;
import org.keycloak.testsuite.fixture.TestGroup;
import org.keycloak.testsuite.fixture.TestUser;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * A user who is named gets a TOTP only under the stored name, however loosely the database compares.
 */
class BulkLookalikesTest extends AbstractMariaDbTest {

    @Test
    void spellingsThatTheDatabaseTakesForTheSameAreNobodys() {
        String name = "jurgen-" + UUID.randomUUID();
        TestUser user = realm().newUser(it -> {
            it.setUsername(name);
            it.setEmail(name + "@example.com");
        });
        List<String> names = List.of(name + " ", name + "   ", name.replace('u', '\u00fc'), name.replace('j', '\uff4a'), name + "\u200b", " " + name);
        Stream<String> ids = Stream.of(user.id().toUpperCase(Locale.ROOT), user.id() + " ", user.id() + "\u200b", withWideEnd(user.id()));
        String[] request = Stream.of(
                names.stream().map(spelling -> Json.object("username", spelling)),
                names.stream().map(spelling -> Json.object("email", spelling.stripTrailing() + "@example.com" + (spelling.endsWith(" ") ? " " : ""))),
                ids.map(spelling -> Json.object("id", spelling)),
                Stream.of("username", "id", "email").map(key -> Json.object(key, name + "\0"))).flatMap(lines -> lines).toArray(String[]::new);

        BulkLines lines = bulk().lines(request);

        assertEquals(Map.of("failed", (long) request.length), lines.statuses());
        assertTrue(user.otpCredentials().isEmpty());
        bulk().lines(Json.object("username", name.toUpperCase(Locale.ROOT))).assertCreated(user);
    }

    @Test
    void lookalikeOfAUserWhoIsInTheRequestIsNobody() {
        String end = UUID.randomUUID().toString();
        TestUser user = realm().newUser(it -> it.setUsername("zoe-" + end));

        BulkLines lines = bulk().lines(Json.object("username", "zo\u00eb-" + end), Json.object("username", "zoe-" + end), Json.object("username", "zoe-" + end + " "));

        assertEquals(List.of("failed", "created", "failed"), lines.texts("status"));
        assertEquals("User not found", lines.texts("message").get(2));
        assertEquals(1, user.otpCredentials().size());
    }

    @Test
    void onlyTheStoredIdNamesAGroup() {
        String id = TestGroup.in(realm(), newUser()).id();

        for (String spelling : List.of(id.toUpperCase(Locale.ROOT), id + " ", id + "\u200b")) {
            assertEquals(400, bulk().post(Json.object("users", Map.of("group", spelling))).status(), spelling);
        }
    }

    @Test
    void manyAreCreatedAndTheSecondRunFindsThem() {
        List<TestUser> users = Stream.generate(this::newUser).limit(3).toList();
        List<String> names = users.stream().map(TestUser::name).toList();

        bulk().select("usernames", names).assertCreated(users.toArray(TestUser[]::new));
        bulk().select("usernames", names).assertStatus("exists", users.toArray(TestUser[]::new));

        users.forEach(user -> assertEquals(1, user.otpCredentials().size()));
    }

    private static String withWideEnd(String id) {
        int last = id.length() - 1;
        return id.substring(0, last) + (char) (id.charAt(last) - '!' + '\uff01');
    }

    private BulkEndpoint bulk() {
        return BulkEndpoint.of(realm());
    }
}
