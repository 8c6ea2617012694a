package org.keycloak.testsuite.desk;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.RoleRepresentation;
import org.keycloak.testsuite.fixture.AbstractTotpTest;
import org.keycloak.testsuite.fixture.AdminHttp;
import org.keycloak.testsuite.fixture.AdminPermissions;
import org.keycloak.testsuite.fixture.HttpReply;
import org.keycloak.testsuite.fixture.Json;
import org.keycloak.testsuite.fixture.ManagementRoles;
import org.keycloak.testsuite.fixture.TestGroup;
import org.keycloak.testsuite.fixture.TestRealm;
import org.keycloak.testsuite.fixture.TestUser;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

/**
 * Who can give the role {@code manage-otp}: Keycloak guards it like a role of its own.
 */
class ManageOtpRoleTest extends AbstractTotpTest {

    /** Each of them has the query roles as well. */
    private static final List<List<String>> CALLERS = List.of(List.of("manage-users"), List.of("manage-clients"), List.of("manage-realm"),
            List.of("manage-users", "manage-clients", "manage-realm"), List.of("manage-users", "manage-identity-providers"));
    /** Fine-grained permissions make no difference to a single role that the others don't show. */
    private static final List<List<String>> CALLERS_WITH_PERMISSIONS = CALLERS.subList(3, 5);
    private static final List<String> QUERIES = List.of("query-users", "query-groups", "query-clients", "query-realms");
    /** A role of Keycloak's that none of the callers has. */
    private static final String CONTROL = "impersonation";

    private TestRealm realmWithPermissions;

    @Override
    protected TestRealm newRealm() {
        return TestRealm.create(server());
    }

    /** The jar says so in the log if it can't guard the role. Then the role counts only if it was given directly: see {@link ManageOtpTest}. */
    @BeforeEach
    void requireGuard() throws IOException {
        assumeFalse(Files.readString(server().log()).contains("can give the role " + ManagementRoles.MANAGE_OTP), "a provider can't guard a role of this Keycloak");
    }

    @ParameterizedTest
    @EnumSource
    void othersGiveItAsLittleAsKeycloaksRoles(RoleAttempt attempt) {
        assertAlike(realm(), CALLERS, attempt);
    }

    @ParameterizedTest
    @EnumSource
    void othersGiveItAsLittleWithFineGrainedPermissions(RoleAttempt attempt) {
        assertAlike(realmWithPermissions(), CALLERS_WITH_PERMISSIONS, attempt);
    }

    private static void assertAlike(TestRealm realm, List<List<String>> callers, RoleAttempt attempt) {
        ManagementRoles management = ManagementRoles.of(realm);
        RoleRepresentation role = management.find(ManagementRoles.MANAGE_OTP).get(0);
        RoleRepresentation control = management.find(CONTROL).get(0);
        for (List<String> roles : callers) {
            Supplier<TestUser> caller = () -> realm.newAdmin(Stream.concat(roles.stream(), QUERIES.stream()).toArray(String[]::new));
            String outcome = attempt.by(new RoleSeeker(management, caller.get(), role));

            assertEquals(attempt.by(new RoleSeeker(management, caller.get(), control)), outcome, roles::toString);
            assertFalse(outcome.endsWith("given") && !attempt.isUnguarded(), () -> roles + ": " + outcome);
        }
    }

    /** Whoever has a role and manages users may hand it on since Keycloak 26.5. */
    @Test
    void holderGivesItAsOneOfKeycloaksRoles() {
        String given = give(realm().newAdmin("manage-users", ManagementRoles.MANAGE_OTP).http(), realm(), "/users/" + newUser().id(), ManagementRoles.MANAGE_OTP).toString();

        assertEquals(give(realm().newAdmin("manage-users", CONTROL).http(), realm(), "/users/" + newUser().id(), CONTROL).toString(), given);
    }

    @ParameterizedTest
    @ValueSource(strings = {TestRealm.CLIENT, "admin-cli", "security-admin-console"})
    void administratorOfTheRealmGivesIt(String client) {
        for (TestRealm realm : List.of(realm(), realmWithPermissions())) {
            allowPasswords(realm, client);
            assertGives(realm.newAdmin("realm-admin").http(client), realm);
        }
    }

    @Test
    void administratorOfTheServerGivesIt() {
        assertGives(realm().http(), realm());
        assertGives(realm().http(), realmWithPermissions());
        assertGives(realm().http(), realm().master());
    }

    /** Whoever has some rights in the realm is no administrator of the server. */
    @Test
    void otherCallersOfRealmMasterDoNotGiveIt() {
        String[] all = {"manage-users", "manage-clients", "manage-realm"};
        AdminHttp caller = ManagementRoles.inMaster(realm()).newHolder(all).http().withOneToken();

        assertEquals(403, give(caller, realm(), "/users/" + newUser().id()).status());
        assertEquals(403, give(caller, realm(), "/groups/" + TestGroup.in(realm()).id()).status());
        assertEquals(403, addTo(caller, realm(), newRole(realm())).status());
    }

    private static void assertGives(AdminHttp caller, TestRealm realm) {
        TestUser user = realm.newUser();
        TestUser member = realm.newUser();
        RoleRepresentation composite = newRole(realm);

        assertEquals(204, give(caller, realm, "/users/" + user.id()).status());
        assertEquals(204, give(caller, realm, "/groups/" + TestGroup.in(realm, member).id()).status());
        assertEquals(204, addTo(caller, realm, composite).status());
        assertTrue(has(user));
        assertTrue(has(member));
    }

    private static HttpReply give(AdminHttp caller, TestRealm realm, String holder) {
        return give(caller, realm, holder, ManagementRoles.MANAGE_OTP);
    }

    private static HttpReply give(AdminHttp caller, TestRealm realm, String holder, String role) {
        return caller.post(realm.name() + holder + "/role-mappings/clients/" + ManagementRoles.of(realm).id(), json(realm, role));
    }

    private static HttpReply addTo(AdminHttp caller, TestRealm realm, RoleRepresentation composite) {
        return caller.post(realm.name() + "/roles-by-id/" + composite.getId() + "/composites", json(realm, ManagementRoles.MANAGE_OTP));
    }

    private static String json(TestRealm realm, String role) {
        return "[" + Json.object("id", ManagementRoles.of(realm).find(role).get(0).getId(), "name", role) + "]";
    }

    private static RoleRepresentation newRole(TestRealm realm) {
        return realm.resource().roles().get(realm.newRole()).toRepresentation();
    }

    private static boolean has(TestUser user) {
        return user.resource().roles().clientLevel(ManagementRoles.of(user.realm()).id()).listEffective().stream().anyMatch(role -> role.getName().equals(ManagementRoles.MANAGE_OTP));
    }

    private static void allowPasswords(TestRealm realm, String clientId) {
        ClientRepresentation client = realm.resource().clients().findByClientId(clientId).get(0);
        client.setDirectAccessGrantsEnabled(true);
        realm.resource().clients().get(client.getId()).update(client);
    }

    private TestRealm realmWithPermissions() {
        if (realmWithPermissions == null) {
            realmWithPermissions = AdminPermissions.newRealm(server());
        }
        return realmWithPermissions;
    }
}
