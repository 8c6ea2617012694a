package org.keycloak.testsuite.desk;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;

import org.keycloak.representations.idm.RoleRepresentation;
import org.keycloak.testsuite.fixture.AbstractTotpTest;
import org.keycloak.testsuite.fixture.AdminHttp;
import org.keycloak.testsuite.fixture.AdminPermissions;
import org.keycloak.testsuite.fixture.BulkEndpoint;
import org.keycloak.testsuite.fixture.BulkLines;
import org.keycloak.testsuite.fixture.HttpReply;
import org.keycloak.testsuite.fixture.Json;
import org.keycloak.testsuite.fixture.ManagementRoles;
import org.keycloak.testsuite.fixture.OtpStorage;
import org.keycloak.testsuite.fixture.TestGroup;
import org.keycloak.testsuite.fixture.TestOrganization;
import org.keycloak.testsuite.fixture.TestRealm;
import org.keycloak.testsuite.fixture.TestUser;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Administrators are out of reach for whoever has no right but {@code manage-otp}: a help desk that could replace an administrator's second
 * factor would be one itself.
 */
class AdministratorsTest extends AbstractTotpTest {

    /** How a user comes to a role. */
    enum Way {
        DIRECTLY((user, role) -> ManagementRoles.of(user.realm()).grant(user, role)),
        BY_REALM_ROLE((user, role) -> grant(user, containing(user.realm(), role))),
        BY_ROLES_THAT_CONTAIN_EACH_OTHER((user, role) -> {
            RoleRepresentation inner = containing(user.realm(), role);
            RoleRepresentation outer = newRole(user.realm());
            user.realm().resource().rolesById().addComposites(inner.getId(), List.of(outer));
            user.realm().resource().rolesById().addComposites(outer.getId(), List.of(inner));
            grant(user, outer);
        }),
        BY_ROLE_OF_ANOTHER_CLIENT((user, role) -> {
            TestRealm realm = user.realm();
            String client = realm.newClient(it -> {
            });
            ManagementRoles roles = new ManagementRoles(realm, client).with("staff");
            realm.resource().rolesById().addComposites(roles.find("staff").get(0).getId(), ManagementRoles.of(realm).find(role));
            roles.grant(user, "staff");
        }),
        BY_GROUP((user, role) -> give(TestGroup.in(user.realm(), user), role)),
        BY_PARENT_GROUP((user, role) -> {
            TestGroup top = TestGroup.in(user.realm());
            top.newSubGroup().newSubGroup(user);
            give(top, role);
        }),
        BY_REALM_ROLE_OF_A_GROUP((user, role) -> {
            TestGroup group = TestGroup.in(user.realm(), user);
            user.realm().resource().groups().group(group.id()).roles().realmLevel().add(List.of(containing(user.realm(), role)));
        });

        private final BiConsumer<TestUser, String> grant;

        Way(BiConsumer<TestUser, String> grant) {
            this.grant = grant;
        }

        private static void give(TestGroup group, String role) {
            ManagementRoles roles = ManagementRoles.of(group.realm());
            group.realm().resource().groups().group(group.id()).roles().clientLevel(roles.id()).add(roles.find(role));
        }

        private static RoleRepresentation containing(TestRealm realm, String role) {
            RoleRepresentation outer = newRole(realm);
            realm.resource().rolesById().addComposites(outer.getId(), ManagementRoles.of(realm).find(role));
            return outer;
        }

        private static RoleRepresentation newRole(TestRealm realm) {
            return realm.resource().roles().get(realm.newRole()).toRepresentation();
        }

        private static void grant(TestUser user, RoleRepresentation role) {
            user.resource().roles().realmLevel().add(List.of(role));
        }
    }

    @ParameterizedTest
    @EnumSource
    void administratorIsOutOfReach(Way way) {
        TestUser user = newUser();
        way.grant.accept(user, "query-groups");

        assertOutOfReach(user, holder(realm()));
        assertOutOfReach(user, ManagementRoles.inMaster(realm()).newHolder(ManagementRoles.MANAGE_OTP).http().withOneToken());
    }

    @ParameterizedTest
    @ValueSource(strings = {"realm-admin", "manage-users", "view-events", "impersonation", ManagementRoles.MANAGE_OTP})
    void eachRoleMakesAnAdministrator(String role) {
        assertOutOfReach(realm().newAdmin(role), holder(realm()));
    }

    @Test
    void roleThatKeycloakDoesNotKnowMakesAnAdministrator() {
        ManagementRoles.of(realm()).with("auditor");

        assertOutOfReach(realm().newAdmin("auditor"), holder(realm()));
    }

    @Test
    void holderIsOutOfTheOwnReach() {
        TestUser holder = realm().newAdmin(ManagementRoles.MANAGE_OTP);

        assertOutOfReach(holder, holder.http().withOneToken());
    }

    /** Keycloak leaves groups out that a caller may not view. */
    @Test
    void groupOfAnAdministratorCountsEvenIfTheHolderMayNotSeeIt() {
        TestRealm realm = AdminPermissions.newRealm(server());
        TestUser holder = realm.newAdmin(ManagementRoles.MANAGE_OTP, "query-users", "query-groups");
        AdminPermissions.of(realm).allow(holder, "view", realm.newUser());
        TestUser direct = realm.newUser();
        TestUser below = realm.newUser();
        Way.BY_GROUP.grant.accept(direct, "view-users");
        Way.BY_PARENT_GROUP.grant.accept(below, "view-users");

        assertOutOfReach(direct, holder.http().withOneToken());
        assertOutOfReach(below, holder.http().withOneToken());
    }

    /** Keycloak's cache of users leaves these groups out. A login by HOTP changes the user, and its token has their roles all the same. */
    @Test
    void groupOfAnOrganizationCounts() {
        TestRealm realm = TestRealm.create(server(), it -> it.setOrganizationsEnabled(true));
        TestUser user = realm.newUser();
        TestUser member = realm.newUser();
        TestOrganization.in(realm, user, member).newGroup("view-events", member);
        AdminHttp holder = holder(realm);

        DeskEndpoints.of(user, holder).assertMay();
        assertOutOfReach(member, holder);
        BulkLines lines = BulkEndpoint.of(realm).as(holder).select("ids", List.of(member.id()));
        assertEquals("failed", BulkLines.status(lines.of(member)));
    }

    @Test
    void usersOfAStorageAreNoExceptions() {
        TestRealm realm = TestRealm.create(server());
        OtpStorage storage = OtpStorage.in(realm, Map.of());
        TestUser admin = storage.newUser();
        TestUser member = storage.newUser();
        ManagementRoles.of(realm).grant(admin, "view-events");
        Way.BY_PARENT_GROUP.grant.accept(member, "view-events");

        for (TestUser user : List.of(admin, member)) {
            DeskEndpoints.of(user, holder(realm)).assertMayLookAlone();
        }
        DeskEndpoints.of(storage.newUser(), holder(realm)).assertMay();
    }

    @Test
    void otherRolesAndGroupsMakeNoAdministrator() {
        TestUser user = newUser();
        realm().newRole(user);
        TestGroup.in(realm(), user);
        Way.BY_GROUP.grant.accept(newUser(), "view-users"); // of somebody else
        ManagementRoles.of(realm()).grant(user, "view-users");
        ManagementRoles.of(realm()).revoke(user, "view-users");

        DeskEndpoints.of(user, holder(realm())).assertMay();
    }

    @Test
    void everybodyIsAnAdministratorIfTheDefaultRolesSaySo() {
        TestRealm realm = TestRealm.create(server());
        TestUser user = realm.newUser();
        AdminHttp holder = holder(realm);
        DeskEndpoints.of(user, holder).assertMay();

        realm.resource().rolesById().addComposites(realm.resource().toRepresentation().getDefaultRole().getId(), ManagementRoles.of(realm).find("query-realms"));

        DeskEndpoints.of(user, holder).assertMayLookAlone();
    }

    @Test
    void administratorsOfAnyRealmAreOutOfReachInRealmMaster() {
        TestRealm master = realm().master();
        AdminHttp holder = holder(master);
        TestUser ofOtherRealm = ManagementRoles.inMaster(realm()).newHolder("view-events");
        TestUser creator = master.newUser();
        creator.resource().roles().realmLevel().add(List.of(master.resource().roles().get("create-realm").toRepresentation()));
        TestUser admin = master.newUser();
        admin.resource().roles().realmLevel().add(List.of(master.resource().roles().get("admin").toRepresentation()));

        for (TestUser user : List.of(ofOtherRealm, creator, admin, master.newAdmin("query-realms"))) {
            assertOutOfReach(user, holder);
        }
    }

    /** Newer versions refuse the change of the name. */
    @Test
    void clientOfARealmMakesAdministratorsUnderAnotherNameToo() {
        TestRealm realm = TestRealm.create(server());
        TestUser user = ManagementRoles.inMaster(realm).newHolder("view-events");
        String id = ManagementRoles.inMaster(realm).id();
        HttpReply renamed = realm.http().put("master/clients/" + id, Json.object("clientId", "renamed-" + UUID.randomUUID()));
        assertTrue(Set.of(204, 403).contains(renamed.status()), renamed::toString);

        assertOutOfReach(user, holder(realm.master()));
    }

    /** In another realm than master, these names mean nothing. */
    @Test
    void namesOfRealmMasterMeanNothingElsewhere() {
        TestRealm realm = TestRealm.create(server());
        TestUser user = realm.newUser();
        for (String name : List.of("admin", "create-realm")) {
            RoleRepresentation role = new RoleRepresentation();
            role.setName(name);
            realm.resource().roles().create(role);
            user.resource().roles().realmLevel().add(List.of(realm.resource().roles().get(name).toRepresentation()));
        }
        realm.newClient(it -> it.setClientId("shop-realm"));
        new ManagementRoles(realm, "shop-realm").with("buyer").grant(user, "buyer");

        DeskEndpoints.of(user, holder(realm)).assertMay();
    }

    /** Two rights are as good as the better one. */
    @Test
    void whoMayManageTheUserBesidesIsJudgedByThat() {
        TestRealm realm = AdminPermissions.newRealm(server());
        TestUser admin = realm.newAdmin("view-events");
        TestUser permitted = realm.newAdmin(ManagementRoles.MANAGE_OTP);
        AdminPermissions.of(realm).allow(permitted, "manage", admin);
        TestUser other = realm.newAdmin("view-events");

        DeskEndpoints.of(admin, permitted.http().withOneToken()).assertMay();
        assertOutOfReach(other, permitted.http().withOneToken());
        DeskEndpoints.of(other, realm.newAdmin(ManagementRoles.MANAGE_OTP, "manage-users").http().withOneToken()).assertMay();
        TestUser manager = realm.newAdmin(ManagementRoles.MANAGE_OTP, "manage-users");
        DeskEndpoints.of(manager, manager.http().withOneToken()).assertMay();
    }

    @Test
    void roleCountsFromTheMomentOn() {
        TestUser user = newUser();
        AdminHttp holder = holder(realm());
        DeskEndpoints.of(user, holder).assertMay();

        TestGroup group = TestGroup.in(realm(), user);
        Way.give(group, "view-users");
        DeskEndpoints.of(user, holder).assertMayLookAlone();

        user.resource().leaveGroup(group.id());
        DeskEndpoints.of(user, holder).assertMay();
    }

    private static void assertOutOfReach(TestUser user, AdminHttp holder) {
        DeskEndpoints.of(user, holder).assertMayLookAlone();
        assertTrue(user.credentialTypes().stream().allMatch("password"::equals), () -> user.credentialTypes().toString());
        HttpReply nothingSaid = user.totp().as(holder).create("{");
        assertEquals(403, nothingSaid.status(), nothingSaid::toString);
    }

    private static AdminHttp holder(TestRealm realm) {
        return realm.newAdmin(ManagementRoles.MANAGE_OTP).http().withOneToken();
    }
}
