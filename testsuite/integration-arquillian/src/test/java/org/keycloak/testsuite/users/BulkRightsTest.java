package org.keycloak.testsuite.users;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.keycloak.testsuite.fixture.AbstractTotpTest;
import org.keycloak.testsuite.fixture.AdminHttp;
import org.keycloak.testsuite.fixture.BulkEndpoint;
import org.keycloak.testsuite.fixture.BulkLines;
import org.keycloak.testsuite.fixture.HttpReply;
import org.keycloak.testsuite.fixture.Json;
import org.keycloak.testsuite.fixture.RefusedCaller;
import org.keycloak.testsuite.fixture.TestGroup;
import org.keycloak.testsuite.fixture.TestUser;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Who may give many users a credential: whoever may list users, and each user by the right to manage that user.
 */
class BulkRightsTest extends AbstractTotpTest {

    private static final String ALL = Json.object("users", Map.of("all", true));

    @ParameterizedTest
    @ValueSource(strings = {"realm-admin", "manage-users"})
    void administratorsOfUsersMay(String role) {
        TestUser user = newUser();
        TestUser named = newUser();
        BulkEndpoint bulk = BulkEndpoint.of(realm()).as(realm().newAdmin(role).http().withOneToken());

        bulk.select("group", TestGroup.in(realm(), user).id()).assertCreated(user);
        bulk.lines(Json.object("username", named.name())).assertCreated(named);
        BulkEndpoint.of(realm(), "recovery-authn-codes").as(bulk.http()).select("ids", List.of(user.id())).assertCreated(user);
    }

    @ParameterizedTest
    @EnumSource(names = {"ADMIN_OF_USERS", "VIEW_USERS_ONLY"}, mode = EnumSource.Mode.EXCLUDE)
    void othersMayNotAndLearnNothingOfTheirRequest(RefusedCaller caller) {
        AdminHttp http = caller.http(realm());
        BulkEndpoint bulk = BulkEndpoint.of(realm()).as(http);
        HttpReply beside = http.get(realm().name() + "/users");
        assertEquals(caller.status(), beside.status());

        for (HttpReply reply : List.of(bulk.post(ALL), bulk.post("{"), bulk.post("{}"), bulk.send(Json.object("id", "x")), bulk.send("{"),
                bulk.post(Json.object("users", Map.of("group", "/no such group"))), BulkEndpoint.of(realm(), "otp").as(http).post(ALL),
                BulkEndpoint.of(realm(), "no-such-type").as(http).post(ALL))) {
            assertEquals(beside.status(), reply.status(), reply::toString);
            assertEquals(beside.text(), reply.text());
        }
    }

    @Test
    void whoMayViewUsersSeesThemAndChangesNobody() {
        TestUser user = newUser();
        TestUser enrolled = newUser();
        enrolled.newTotp("{}");
        TestGroup group = TestGroup.in(realm(), user, enrolled);
        BulkEndpoint bulk = BulkEndpoint.of(realm()).as(RefusedCaller.VIEW_USERS_ONLY.http(realm()));

        List<BulkLines> replies = List.of(
                bulk.select("group", group.id()),
                bulk.select("group", group.id(), "dryRun", true),
                bulk.select("usernames", List.of(user.name(), enrolled.name()), "credential", Map.of("replaceExisting", true)),
                bulk.lines(Json.object("id", user.id()), Json.object("id", enrolled.id(), "digits", 7)));

        for (BulkLines lines : replies) {
            lines.assertStatus("failed", user, enrolled);
            assertEquals(Set.of("No right to change the user's credentials"), Set.copyOf(lines.texts("message")));
            assertEquals(user.name(), lines.of(user).path("username").asText());
        }
        assertTrue(user.otpCredentials().isEmpty());
        assertEquals(1, enrolled.otpCredentials().size());
    }

    /** As Keycloak's own list of a role's users. */
    @Test
    void roleNeedsTheRightToSeeTheRealm() {
        String role = "{\"users\": {\"role\": \"offline_access\"}}";

        assertEquals(403, BulkEndpoint.of(realm()).as(realm().newAdmin("manage-users").http()).post(role).status());
        assertEquals(200, BulkEndpoint.of(realm()).as(realm().newAdmin("manage-users", "view-realm").http()).post(role).status());
    }

    @Test
    void whoMayOnlyQueryIsToldOfNobody() {
        TestUser user = newUser();
        BulkEndpoint bulk = BulkEndpoint.of(realm()).as(realm().newAdmin("query-users").http().withOneToken());

        assertEquals(List.of(), bulk.select("all", true).users());
        assertEquals(List.of(), bulk.select("search", user.name()).users());
        assertEquals(403, bulk.post(Json.object("users", Map.of("group", TestGroup.in(realm(), user).id()))).status());
        assertEquals(List.of("User not found"), bulk.select("ids", List.of(user.id())).texts("message"));
        assertTrue(user.otpCredentials().isEmpty());
    }
}
