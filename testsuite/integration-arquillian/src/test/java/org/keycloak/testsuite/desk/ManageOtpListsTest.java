package org.keycloak.testsuite.desk;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.keycloak.representations.userprofile.config.UPAttribute;
import org.keycloak.representations.userprofile.config.UPAttributePermissions;
import org.keycloak.representations.userprofile.config.UPConfig;
import org.keycloak.testsuite.fixture.AbstractTotpTest;
import org.keycloak.testsuite.fixture.AdminHttp;
import org.keycloak.testsuite.fixture.AdminPermissions;
import org.keycloak.testsuite.fixture.CoverageEndpoints;
import org.keycloak.testsuite.fixture.HttpReply;
import org.keycloak.testsuite.fixture.ManagementRoles;
import org.keycloak.testsuite.fixture.OtpStorage;
import org.keycloak.testsuite.fixture.TestGroup;
import org.keycloak.testsuite.fixture.TestRealm;
import org.keycloak.testsuite.fixture.TestUser;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * A holder of {@code manage-otp} finds all users of the realm in our lists, and nobody in Keycloak's.
 */
class ManageOtpListsTest extends AbstractTotpTest {

    /** Keycloak filters its lists for callers with some roles and in some realms only. */
    enum Caller {
        IN_THE_REALM,
        IN_A_REALM_WITH_PERMISSIONS,
        WHO_MAY_QUERY_WITH_PERMISSIONS,
        IN_REALM_MASTER;

        TestRealm newRealm(ManageOtpListsTest test) {
            return TestRealm.create(test.server(), realm -> realm.setAdminPermissionsEnabled(name().contains("PERMISSIONS")));
        }

        TestUser in(TestRealm realm) {
            ManagementRoles roles = this == IN_REALM_MASTER ? ManagementRoles.inMaster(realm) : ManagementRoles.of(realm);
            return this == WHO_MAY_QUERY_WITH_PERMISSIONS ? roles.newHolder(ManagementRoles.MANAGE_OTP, "query-users", "query-groups") : roles.newHolder(ManagementRoles.MANAGE_OTP);
        }
    }

    @ParameterizedTest
    @EnumSource
    void holderFindsEverybody(Caller caller) {
        TestRealm realm = caller.newRealm(this);
        TestUser holder = caller.in(realm);
        TestUser alice = realm.newUser(user -> user.setUsername("alice"));
        TestUser boris = realm.newUser(user -> user.setUsername("boris"));
        TestUser carla = realm.newAdmin("view-events"); // an administrator is seen as well
        alice.newTotp("{}");
        TestGroup group = TestGroup.in(realm, alice);
        group.newSubGroup(boris);
        if (caller == Caller.WHO_MAY_QUERY_WITH_PERMISSIONS) {
            AdminPermissions.of(realm).allow(holder, "view", carla);
            AdminPermissions.of(realm).deny(holder, "view", alice);
        }
        CoverageEndpoints lists = CoverageEndpoints.of(realm).as(holder);
        Set<String> all = caller == Caller.IN_REALM_MASTER ? Set.of("alice", "boris", carla.name()) : Set.of("alice", "boris", carla.name(), holder.name());

        assertEquals(all, Set.copyOf(lists.names()));
        assertEquals(List.of("alice"), lists.names("status", "unused"));
        assertEquals(List.of("boris"), lists.names("search", "boris"));
        assertEquals(List.of("alice"), lists.names("search", "id:" + alice.id()));
        assertEquals(List.of("alice"), lists.names("group", group.id()));
        assertEquals(List.of("alice", "boris"), lists.names("group", group.path(), "subGroups", true));
        assertEquals(List.of("alice"), lists.names("group", group.path(), "subGroups", true, "search", "alice"));
        assertEquals(all.size(), lists.counts().get("total"));
        assertEquals(Map.of("unused", 1, "none", 1, "total", 2), lists.counts("group", group.id(), "subGroups", true));
        assertTrue(lists.listAsCsv("search", "alice").text().contains(",alice,Erika,Mustermann,"));
    }

    /** As in Keycloak's own list: the search doesn't ask the user profile, and the reply does. */
    @Test
    void holderFindsUsersByWhatTheUserProfileHidesFromAdministrators() {
        TestRealm realm = TestRealm.create(server());
        realm.newUser(user -> {
            user.setUsername("greta");
            user.setFirstName("Kanomera");
            user.setLastName("Lowenherz");
            user.setEmail("hidden@example.com");
        });
        UPConfig profile = realm.resource().users().userProfile().getConfiguration();
        for (String name : List.of("firstName", "lastName", "email")) {
            profile.addOrReplaceAttribute(new UPAttribute(name, new UPAttributePermissions(Set.of("user"), Set.of("user"))));
        }
        realm.resource().users().userProfile().update(profile);
        CoverageEndpoints lists = CoverageEndpoints.of(realm).as(realm.newAdmin(ManagementRoles.MANAGE_OTP));
        AdminHttp viewer = realm.newAdmin("view-users").http();

        for (String search : List.of("hidden@", "*nomer*", "*idden@example*", "*enherz*")) {
            assertOnlyNameIsShown(lists.list("search", search));
            assertOnlyNameIsShown(viewer.get(realm.name() + "/users?search=" + URLEncoder.encode(search, StandardCharsets.UTF_8)));
        }
        assertOnlyNameIsShown(lists.list("search", "email:hidden@example.com")); // the own list of Keycloak 26.4 doesn't know this
    }

    private static void assertOnlyNameIsShown(HttpReply reply) {
        assertEquals(List.of("greta"), reply.elements().map(user -> user.path("username").asText()).toList(), reply::toString);
        assertFalse(Stream.of("Kanomera", "Lowenherz", "hidden@").anyMatch(reply.text()::contains), reply::toString);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void holderFindsNobodyInTheListsOfKeycloak(boolean query) {
        TestRealm realm = AdminPermissions.newRealm(server());
        TestUser user = realm.newUser();
        TestGroup group = TestGroup.in(realm, user);
        TestUser holder = query ? realm.newAdmin(ManagementRoles.MANAGE_OTP, "query-users") : realm.newAdmin(ManagementRoles.MANAGE_OTP);
        CoverageEndpoints lists = CoverageEndpoints.of(realm).as(holder);
        assertEquals(List.of(user.name()), lists.names("group", group.id()));

        HttpReply users = lists.http().get(realm.name() + "/users");
        assertEquals(query ? "200 []" : "403 {\"error\":\"HTTP 403 Forbidden\"}", users.toString());
        for (String path : List.of("/users/" + user.id(), "/groups/" + group.id() + "/members", "/groups/" + group.id())) {
            HttpReply reply = lists.http().get(realm.name() + path);
            assertEquals(403, reply.status(), reply::toString);
        }
    }

    @Test
    void unknownGroupIsNamed() {
        CoverageEndpoints lists = CoverageEndpoints.of(realm()).as(realm().newAdmin(ManagementRoles.MANAGE_OTP));

        HttpReply reply = lists.list("group", "/no such group");

        assertEquals(400, reply.status(), reply::toString);
        assertTrue(reply.errorMessage().contains("group"), reply::toString);
    }

    @Test
    void usersOfAStorageAreFoundToo() {
        TestRealm realm = TestRealm.create(server());
        TestUser user = OtpStorage.in(realm, Map.of()).newUser();
        CoverageEndpoints lists = CoverageEndpoints.of(realm).as(realm.newAdmin(ManagementRoles.MANAGE_OTP));

        assertEquals(List.of(user.name()), lists.names("search", "username:" + user.name()));
        assertEquals(Map.of("none", 1, "total", 1), lists.counts("search", "username:" + user.name()));
    }

    @Test
    void listsOfAnotherRealmAreRefused() {
        CoverageEndpoints lists = CoverageEndpoints.of(realm());

        for (TestUser stranger : List.of(realm().other().newAdmin(ManagementRoles.MANAGE_OTP), ManagementRoles.inMaster(realm().other()).newHolder(ManagementRoles.MANAGE_OTP), newUser())) {
            CoverageEndpoints strange = lists.as(stranger);
            for (HttpReply reply : List.of(strange.list(), strange.count(), strange.listAsCsv(), strange.list("group", "/any"))) {
                assertEquals(403, reply.status(), reply::toString);
            }
        }
    }
}
