package org.keycloak.testsuite.users;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.keycloak.testsuite.fixture.AbstractTotpTest;
import org.keycloak.testsuite.fixture.AdminPermissions;
import org.keycloak.testsuite.fixture.BulkEndpoint;
import org.keycloak.testsuite.fixture.BulkLines;
import org.keycloak.testsuite.fixture.HttpReply;
import org.keycloak.testsuite.fixture.Json;
import org.keycloak.testsuite.fixture.ManyUsers;
import org.keycloak.testsuite.fixture.Simultaneously;
import org.keycloak.testsuite.fixture.TestGroup;
import org.keycloak.testsuite.fixture.TestRealm;
import org.keycloak.testsuite.fixture.TestUser;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Helpers who administrate some users, by Keycloak's fine-grained admin permissions: their users are enrolled, and the others stay hidden.
 */
class BulkFineGrainedPermissionsTest extends AbstractTotpTest {

    private static final Set<String> MEMBERS = Set.of("view-members", "manage-members");
    private static final String NO_RIGHT = "No right to change the user's credentials";

    @Override
    protected TestRealm newRealm() {
        return AdminPermissions.newRealm(server());
    }

    @Test
    void helperEnrolsTheOwnGroupOutOfTheWholeRealm() {
        TestUser member = newUser();
        TestUser other = newUser();
        BulkEndpoint bulk = helperOf(TestGroup.in(realm(), member));

        bulk.select("all", true, "dryRun", true).assertStatus("creatable", member);
        BulkLines lines = bulk.select("all", true).assertCreated(member);
        bulk.select("search", "user-").assertStatus("exists", member);

        assertFalse(lines.reply().text().contains(other.id()));
        assertTrue(other.otpCredentials().isEmpty());
    }

    @Test
    void helperEnrolsTheOwnGroupAndNoOther() {
        TestUser member = newUser();
        TestUser other = newUser();
        TestGroup group = TestGroup.in(realm(), member);
        TestGroup others = TestGroup.in(realm(), other);
        BulkEndpoint bulk = helperOf(group);

        bulk.select("group", group.id()).assertCreated(member);
        assertEquals(403, bulk.post(Json.object("users", Map.of("group", others.id()))).status());
        assertEquals(403, bulk.post(Json.object("users", Map.of("group", others.path()))).status());
        assertEquals(403, bulk.post(Json.object("users", Map.of("role", "default-roles-" + realm().name()))).status());

        assertTrue(other.otpCredentials().isEmpty());
    }

    @Test
    void subGroupsAreSelectedAsFarAsTheirMembersMayBeSeen() {
        TestUser member = newUser();
        TestUser below = newUser();
        TestGroup group = TestGroup.in(realm(), member);
        TestGroup sub = group.newSubGroup(below);
        TestUser helper = realm().newAdmin("query-users");
        AdminPermissions.of(realm()).allow(helper, MEMBERS, group);
        BulkEndpoint bulk = BulkEndpoint.of(realm()).as(helper.http().withOneToken());
        HttpReply membersOfSub = bulk.http().get(realm().name() + "/groups/" + sub.id() + "/members");

        bulk.request(Map.of("group", group.id(), "subGroups", true));

        assertEquals(1, member.otpCredentials().size());
        assertEquals(membersOfSub.status() == 200 ? 1 : 0, below.otpCredentials().size());
    }

    @Test
    void hiddenUserIsAsOneWhoDoesNotExist() {
        TestUser hidden = newUser();
        TestUser enrolled = newUser();
        enrolled.newTotp("{}");
        TestUser account = realm().newServiceAccount();
        BulkEndpoint bulk = helperOf(TestGroup.in(realm(), newUser()));
        String missingId = UUID.randomUUID().toString();
        String missingName = "user-" + missingId;

        for (TestUser user : List.of(hidden, enrolled, account)) {
            assertEquals(normalized(bulk.send(lines(missingId, missingName)), missingId, missingName), normalized(bulk.send(lines(user.id(), user.name())), user.id(), user.name()));
            for (boolean dryRun : List.of(true, false)) {
                for (List<String> kind : List.of(List.of("ids", missingId, user.id()), List.of("usernames", missingName, user.name()))) {
                    HttpReply missing = bulk.select(kind.get(0), Collections.nCopies(2, kind.get(1)), "dryRun", dryRun).reply();
                    HttpReply present = bulk.select(kind.get(0), Collections.nCopies(2, kind.get(2)), "dryRun", dryRun).reply();
                    assertEquals(normalized(missing, missingId, missingName), normalized(present, user.id(), user.name()));
                }
            }
        }
        assertTrue(hidden.otpCredentials().isEmpty());
    }

    /** Each way to name a user, once, then twice, with fields that are bad. */
    private static String lines(String id, String name) {
        return String.join("\n",
                Json.object("id", id), Json.object("username", name), Json.object("email", name + "@example.com"),
                Json.object("id", id, "digits", 7), Json.object("username", name, "colour", "red"),
                Json.object("email", name + "@example.com", "replaceExisting", true), Json.object("id", id, "username", name));
    }

    private static String normalized(HttpReply reply, String id, String name) {
        return BulkLines.of(reply).reply().text().replace(name, "NAME").replace(id, "ID");
    }

    /** What another request does with a user tells that there is one. */
    @Test
    void hiddenUsersAreHiddenWhileTheirCredentialsChange() throws Exception {
        List<String> hidden = ManyUsers.in(realm(), 100).stream().map(TestUser::id).toList();
        BulkEndpoint bulk = helperOf(TestGroup.in(realm(), newUser()));
        String request = Json.object("users", Map.of("ids", hidden));
        String replacing = Json.object("users", Map.of("ids", hidden), "credential", Map.of("replaceExisting", true));
        BulkEndpoint admins = BulkEndpoint.of(realm());

        for (int round = 0; round < 3; round++) {
            List<HttpReply> replies = Simultaneously.send(List.of(() -> bulk.post(request), () -> bulk.post(request), () -> admins.post(replacing), () -> bulk.post(request)));

            for (HttpReply reply : List.of(replies.get(0), replies.get(1), replies.get(3))) {
                assertEquals(Set.of("User not found"), Set.copyOf(BulkLines.of(reply).texts("message")));
            }
            // A stranger who names users hinders nobody either.
            assertEquals(Map.of("created", 100L), BulkLines.of(replies.get(2)).statuses());
        }
    }

    @Test
    void whomOneMayOnlyViewHasAFailedLine() {
        TestUser viewed = newUser();
        TestUser managed = newUser();
        TestUser deniedPassword = newUser();
        TestUser helper = realm().newAdmin("query-users");
        AdminPermissions permissions = AdminPermissions.of(realm());
        permissions.allow(helper, "view", viewed, managed, deniedPassword);
        permissions.allow(helper, "manage", managed, deniedPassword);
        permissions.deny(helper, "reset-password", deniedPassword);
        BulkEndpoint bulk = BulkEndpoint.of(realm()).as(helper.http().withOneToken());

        List<String> ids = Stream.of(viewed, managed, deniedPassword).map(TestUser::id).toList();
        BulkLines named = bulk.select("ids", ids);
        BulkLines all = bulk.select("all", true);

        assertEquals(List.of("failed", "created", "failed"), named.texts("status"));
        assertEquals(List.of(NO_RIGHT, "", NO_RIGHT), named.texts("message"));
        assertEquals(Map.of("failed", 2L, "exists", 1L), all.statuses());
        assertEquals(NO_RIGHT, BulkLines.message(all.of(deniedPassword)));
        assertTrue(viewed.otpCredentials().isEmpty() && deniedPassword.otpCredentials().isEmpty());
    }

    @Test
    void addressIsTheOneOfTheUserWhomTheHelperSees() {
        TestRealm realm = TestRealm.create(server(), it -> {
            it.setAdminPermissionsEnabled(true);
            it.setDuplicateEmailsAllowed(true);
            it.setLoginWithEmailAllowed(false);
        });
        String address = "shared@example.com";
        TestUser member = realm.newUser(user -> user.setEmail(address));
        TestUser other = realm.newUser(user -> user.setEmail(address));

        helperOf(TestGroup.in(realm, member)).lines(Json.object("email", address)).assertCreated(member);

        assertTrue(other.otpCredentials().isEmpty());
    }

    private static BulkEndpoint helperOf(TestGroup group) {
        TestUser helper = group.realm().newAdmin("query-users");
        AdminPermissions.of(group.realm()).allow(helper, MEMBERS, group);
        return BulkEndpoint.of(group.realm()).as(helper.http().withOneToken());
    }
}
