package org.keycloak.testsuite.coverage;

import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.ws.rs.core.Response;

import org.keycloak.admin.client.CreatedResponseUtil;
import org.keycloak.representations.idm.GroupRepresentation;
import org.keycloak.representations.idm.authorization.Logic;
import org.keycloak.testsuite.fixture.AbstractTotpTest;
import org.keycloak.testsuite.fixture.AdminPermissions;
import org.keycloak.testsuite.fixture.CoverageEndpoints;
import org.keycloak.testsuite.fixture.HttpReply;
import org.keycloak.testsuite.fixture.RefusedCaller;
import org.keycloak.testsuite.fixture.TestRealm;
import org.keycloak.testsuite.fixture.TestUser;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * A caller is told of the users whom Keycloak's own lists tell the caller of.
 */
class TotpStatusOfUsersRightsTest extends AbstractTotpTest {

    @ParameterizedTest
    @ValueSource(strings = { "view-users", "manage-users", "realm-admin" })
    void whoMayViewUsersSeesAll(String role) {
        TestRealm realm = TestRealm.create(server());
        TestUser user = realm.newUser();
        user.newTotp("{}");
        TestUser admin = realm.newAdmin(role);
        CoverageEndpoints coverage = CoverageEndpoints.of(realm).as(admin);

        assertEquals(Set.of(user.name(), admin.name()), Set.copyOf(coverage.names()));
        assertEquals(Map.of("unused", 1, "none", 1, "total", 2), coverage.counts());
        assertEquals(2, coverage.counts("search", "user").get("total"));
        assertEquals(List.of(), coverage.names("group", group(realm, "empty").getId()));
    }

    @Test
    void whoMayOnlyQueryIsToldOfNobody() {
        TestRealm realm = TestRealm.create(server());
        realm.newUser();
        GroupRepresentation group = group(realm, "staff");
        CoverageEndpoints coverage = CoverageEndpoints.of(realm).as(realm.newAdmin("query-users"));

        assertEquals(List.of(), coverage.names());
        assertEquals(List.of(), coverage.names("search", "user"));
        assertEquals(Map.of(), coverage.counts());
        assertEquals("", String.join("", coverage.listAsCsv().text().split("\r\n")).replaceFirst("^id,.*locked$", ""));
        for (String name : List.of(group.getId(), "/staff", "/no-such")) {
            assertEquals(403, coverage.list("group", name).status(), name);
            assertEquals(403, coverage.count("group", name).status(), name);
        }
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = { "ADMIN_OF_USERS", "VIEW_USERS_ONLY" })
    void othersAreRefusedAsByTheListOfUsers(RefusedCaller caller) {
        CoverageEndpoints coverage = new CoverageEndpoints(caller.http(realm()), realm().name());

        HttpReply users = coverage.http().get(realm().name() + "/users");
        assertEquals(caller.status(), users.status());
        for (HttpReply reply : List.of(coverage.list(), coverage.list("max", "x"), coverage.listAsCsv(), coverage.count(), coverage.count("group", "/x"))) {
            assertEquals(users.status(), reply.status(), reply::toString);
            assertEquals(users.text(), reply.text());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "create-client", "query-groups", "query-clients", "view-realm", "manage-realm", "view-events", "impersonation" })
    void otherRolesGetNothing(String role) {
        TestRealm realm = TestRealm.create(server());
        CoverageEndpoints coverage = CoverageEndpoints.of(realm).as(realm.newAdmin(role));

        assertEquals(403, coverage.list().status());
        assertEquals(403, coverage.count().status());
    }

    @Test
    void unknownRealmIsNotFound() {
        assertEquals(404, new CoverageEndpoints(realm().http(), "no-such-realm").list().status());
        assertEquals(404, new CoverageEndpoints(realm().http(), "no-such-realm").count().status());
    }

    /** The helper of the guide: rights on the members of one group, and on nobody else. */
    @Test
    void membersOfAGroupAreSeenByItsHelperAlone() {
        TestRealm realm = realmWithPermissions();
        GroupRepresentation branch = group(realm, "branch");
        GroupRepresentation other = group(realm, "other");
        TestUser alice = realm.newUser(it -> it.setUsername("alice"));
        TestUser boris = realm.newUser(it -> it.setUsername("boris"));
        TestUser carla = realm.newUser(it -> it.setUsername("carla"));
        alice.resource().joinGroup(branch.getId());
        carla.resource().joinGroup(branch.getId());
        boris.resource().joinGroup(other.getId());
        alice.newTotp("{}");
        boris.newTotp("{}");
        TestUser helper = realm.newAdmin("query-users");
        AdminPermissions.of(realm).permit(helper, Logic.POSITIVE, "Groups", "view-members", branch.getId());
        CoverageEndpoints coverage = CoverageEndpoints.of(realm).as(helper);

        assertEquals(List.of("alice", "carla"), coverage.names());
        assertEquals(List.of("alice"), coverage.names("status", "unused"));
        assertEquals(List.of("carla"), coverage.names("first", 1));
        assertEquals(List.of(), coverage.names("search", "boris"));
        assertEquals(List.of(), coverage.names("search", "id:" + boris.id()));
        assertEquals(Map.of("unused", 1, "none", 1, "total", 2), coverage.counts());
        assertEquals(List.of("alice", "carla"), coverage.names("group", branch.getId()));
        assertEquals(Map.of("unused", 1, "none", 1, "total", 2), coverage.counts("group", "/branch"));
        assertEquals(403, coverage.list("group", other.getId()).status());
        assertFalse(coverage.listAsCsv().text().contains("boris"));
    }

    @Test
    void userOfAPermissionIsSeen() {
        TestRealm realm = realmWithPermissions();
        TestUser seen = realm.newUser();
        realm.newUser();
        TestUser helper = realm.newAdmin("query-users");
        AdminPermissions.of(realm).permit(helper, Logic.POSITIVE, "Users", "view", seen.id());

        assertEquals(List.of(seen.name()), CoverageEndpoints.of(realm).as(helper).names());
    }

    /** A permission for all users isn't the role: another permission may take one of them away. */
    @Test
    void userOfADenialIsNotSeen() {
        TestRealm realm = realmWithPermissions();
        TestUser denied = realm.newUser();
        TestUser seen = realm.newUser();
        TestUser helper = realm.newAdmin("query-users");
        AdminPermissions.of(realm).permit(helper, Logic.POSITIVE, "Users", "view", null);
        AdminPermissions.of(realm).permit(helper, Logic.NEGATIVE, "Users", "view", denied.id());
        CoverageEndpoints coverage = CoverageEndpoints.of(realm).as(helper);

        List<String> names = coverage.names();
        assertTrue(names.contains(seen.name()));
        assertFalse(names.contains(denied.name()));
        assertEquals(names.size(), coverage.counts().get("total"));
        assertEquals(403, helper.http().get(denied.totp().path("totp-status")).status());
    }

    @Test
    void subGroupsCountAsFarAsTheirMembersMayBeSeen() {
        TestRealm realm = realmWithPermissions();
        GroupRepresentation top = group(realm, "top");
        String below = subGroup(realm, top, "below");
        TestUser user = realm.newUser();
        user.resource().joinGroup(below);
        TestUser helper = realm.newAdmin("query-users");
        AdminPermissions.of(realm).permit(helper, Logic.POSITIVE, "Groups", "view-members", top.getId());
        CoverageEndpoints coverage = CoverageEndpoints.of(realm).as(helper);

        boolean maySeeBelow = helper.http().get(realm.name() + "/groups/" + below + "/members").status() == 200;
        assertEquals(maySeeBelow ? List.of(user.name()) : List.of(), coverage.names("group", top.getId(), "subGroups", true));
        assertEquals(List.of(user.name()), CoverageEndpoints.of(realm).names("group", top.getId(), "subGroups", true));
    }

    private TestRealm realmWithPermissions() {
        return AdminPermissions.newRealm(server());
    }

    private static GroupRepresentation group(TestRealm realm, String name) {
        GroupRepresentation group = new GroupRepresentation();
        group.setName(name);
        try (Response created = realm.resource().groups().add(group)) {
            group.setId(CreatedResponseUtil.getCreatedId(created));
            return group;
        }
    }

    private static String subGroup(TestRealm realm, GroupRepresentation parent, String name) {
        GroupRepresentation group = new GroupRepresentation();
        group.setName(name);
        try (Response created = realm.resource().groups().group(parent.getId()).subGroup(group)) {
            return CreatedResponseUtil.getCreatedId(created);
        }
    }
}
