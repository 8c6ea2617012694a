package org.keycloak.testsuite.users;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.keycloak.representations.idm.UserRepresentation;
import org.keycloak.testsuite.fixture.AbstractTotpTest;
import org.keycloak.testsuite.fixture.BulkEndpoint;
import org.keycloak.testsuite.fixture.BulkLines;
import org.keycloak.testsuite.fixture.ManyUsers;
import org.keycloak.testsuite.fixture.TestGroup;
import org.keycloak.testsuite.fixture.TestRealm;
import org.keycloak.testsuite.fixture.TestUser;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Whom a request in JSON selects.
 */
class BulkSelectionTest extends AbstractTotpTest {

    @Override
    protected TestRealm newRealm() {
        return TestRealm.create(server());
    }

    @Test
    void idsSelectUsersInTheirOrder() {
        List<TestUser> users = ManyUsers.in(realm(), 4);
        List<String> ids = List.of(users.get(2).id(), users.get(0).id(), users.get(3).id());

        BulkLines lines = bulk().select("ids", ids);

        assertEquals(ids, lines.texts("id"));
        assertEquals(Map.of("created", 3L), lines.statuses());
        assertTrue(users.get(1).otpCredentials().isEmpty());
    }

    @Test
    void usernamesSelectUsersInUpperOrLowerCase() {
        TestUser alice = newUser();
        TestUser bob = newUser();

        bulk().select("usernames", List.of(alice.name().toUpperCase(Locale.ROOT), bob.name())).assertCreated(alice, bob);
    }

    @Test
    void whoDoesNotExistHasAFailedLineAndTheOthersAreCreated() {
        TestUser user = newUser();
        String id = UUID.randomUUID().toString();

        BulkLines lines = bulk().select("ids", List.of(id, user.id(), user.name()));

        assertEquals(List.of("failed", "created", "failed"), lines.texts("status"));
        assertEquals(List.of(id, user.id(), user.name()), lines.texts("id"));
        assertEquals(List.of("User not found", "", "User not found"), lines.texts("message"));
    }

    @Test
    void whoIsNamedTwiceGetsOne() {
        TestUser user = newUser();

        BulkLines lines = bulk().select("usernames", List.of(user.name(), user.name().toUpperCase(Locale.ROOT)));

        assertEquals(List.of("created", "failed"), lines.texts("status"));
        assertEquals("The user is in the request twice", lines.texts("message").get(1));
        assertEquals(1, user.otpCredentials().size());
    }

    @Test
    void groupSelectsItsOwnMembers() {
        TestUser member = newUser();
        TestUser above = newUser();
        TestUser below = newUser();
        TestGroup group = TestGroup.in(realm(), above).newSubGroup(member);
        group.newSubGroup(below);

        bulk().select("group", group.id()).assertCreated(member);
        bulk().select("group", group.path()).assertStatus("exists", member);
        bulk().request(Map.of("group", group.path(), "subGroups", false)).assertStatus("exists", member);
    }

    @Test
    void subGroupsAreSelectedOnRequestAndNobodyTwice() {
        TestUser member = newUser();
        TestUser below = newUser();
        TestUser ofBoth = newUser();
        TestGroup group = TestGroup.in(realm(), member, ofBoth);
        group.newSubGroup(ofBoth).newSubGroup(below);

        bulk().request(Map.of("group", group.id(), "subGroups", true)).assertCreated(member, below, ofBoth);
    }

    @Test
    void emptyGroupHasTheSumsAlone() {
        assertEquals(List.of(), bulk().select("group", TestGroup.in(realm()).id()).users());
    }

    @Test
    void roleSelectsWhoHasItAndNoServiceAccount() {
        TestUser user = newUser();
        newUser();
        String role = realm().newRole(user, realm().newServiceAccount());

        bulk().select("role", role).assertCreated(user);
    }

    @Test
    void searchSelectsWhomTheListOfUsersFinds() {
        String name = "Name" + UUID.randomUUID();
        TestUser byFirstName = realm().newUser(user -> user.setFirstName(name));
        TestUser byLastName = realm().newUser(user -> user.setLastName(name));
        newUser();

        bulk().select("search", name.toLowerCase(Locale.ROOT)).assertCreated(byFirstName, byLastName);
    }

    @Test
    void prefixOfASearchSelectsWhoIsNamed() {
        TestUser alice = newUser();
        TestUser bob = newUser();

        bulk().select("search", "username:" + alice.name() + " " + bob.name() + " nobody").assertCreated(alice, bob);
        bulk().select("search", "id:" + bob.id() + " f:x").assertStatus("exists", bob);
    }

    /** More than a page of members. */
    @Test
    void roleSelectsMany() {
        String role = realm().newRole();
        ManyUsers.in(realm(), 501, user -> user.setRealmRoles(List.of(role)));

        assertEquals(501, new HashSet<>(bulk().select("role", role, "dryRun", true).texts("id")).size());
    }

    @Test
    void queryOfAttributesSelectsWhomTheListOfUsersFinds() {
        List<TestUser> sales = ManyUsers.in(realm(), 2, user -> user.setAttributes(Map.of("department", List.of("sales"))));
        ManyUsers.in(realm(), 1, user -> user.setAttributes(Map.of("department", List.of("legal"))));

        bulk().select("q", "department:sales").assertCreated(sales.toArray(TestUser[]::new));
    }

    @Test
    void allSelectsAllExceptServiceAccounts() {
        TestUser user = newUser();
        TestUser account = realm().newServiceAccount();

        BulkLines first = bulk().select("all", true);
        BulkLines second = bulk().select("all", true);

        Set<String> everybody = realm().resource().users().list(0, 1000).stream().map(UserRepresentation::getId).collect(Collectors.toSet());
        assertFalse(everybody.contains(account.id()));
        assertEquals(everybody, new HashSet<>(first.texts("id")));
        assertEquals(first.users().size(), everybody.size());
        assertEquals("created", BulkLines.status(first.of(user)));
        assertEquals(Map.of("exists", (long) everybody.size()), second.statuses());
    }

    @Test
    void serviceAccountThatIsNamedHasAFailedLine() {
        TestUser account = realm().newServiceAccount();

        BulkLines lines = bulk().select("ids", List.of(account.id()));

        assertEquals(List.of("failed"), lines.texts("status"));
        assertTrue(account.otpCredentials().isEmpty());
    }

    private BulkEndpoint bulk() {
        return BulkEndpoint.of(realm());
    }
}
