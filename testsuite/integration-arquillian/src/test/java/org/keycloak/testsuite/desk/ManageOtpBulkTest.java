package org.keycloak.testsuite.desk;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.keycloak.representations.idm.UserRepresentation;
import org.keycloak.testsuite.fixture.AbstractTotpTest;
import org.keycloak.testsuite.fixture.AdminPermissions;
import org.keycloak.testsuite.fixture.BulkEndpoint;
import org.keycloak.testsuite.fixture.BulkLines;
import org.keycloak.testsuite.fixture.BulkStream;
import org.keycloak.testsuite.fixture.HttpReply;
import org.keycloak.testsuite.fixture.Json;
import org.keycloak.testsuite.fixture.ManagementRoles;
import org.keycloak.testsuite.fixture.ManyUsers;
import org.keycloak.testsuite.fixture.OtpStorage;
import org.keycloak.testsuite.fixture.TestGroup;
import org.keycloak.testsuite.fixture.TestRealm;
import org.keycloak.testsuite.fixture.TestUser;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * A holder of {@code manage-otp} gives many users a credential, except for administrators.
 */
class ManageOtpBulkTest extends AbstractTotpTest {

    private static final String NO_RIGHT = "No right to change the user's credentials";

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void usersGetACredentialAndAdministratorsAFailedLine(boolean permissions) {
        TestRealm realm = TestRealm.create(server(), it -> it.setAdminPermissionsEnabled(permissions));
        TestUser holder = realm.newAdmin(ManagementRoles.MANAGE_OTP);
        TestUser user = realm.newUser();
        TestUser other = realm.newUser();
        TestUser admin = realm.newAdmin("view-events");
        TestUser member = realm.newUser();
        TestGroup group = TestGroup.in(realm, user, admin);
        TestGroup below = group.newSubGroup(other, member);
        TestGroup administrators = TestGroup.in(realm, member);
        ManagementRoles roles = ManagementRoles.of(realm);
        realm.resource().groups().group(administrators.id()).roles().clientLevel(roles.id()).add(roles.find("query-users"));
        BulkEndpoint bulk = BulkEndpoint.of(realm).as(holder.http().withOneToken());

        List<BulkLines> dry = List.of(
                bulk.select("ids", List.of(user.id(), other.id(), admin.id(), member.id()), "dryRun", true),
                bulk.select("usernames", List.of(user.name(), other.name(), admin.name(), member.name()), "dryRun", true),
                bulk.request(Map.of("group", group.id(), "subGroups", true), "dryRun", true),
                bulk.select("search", "user-", "dryRun", true),
                bulk.select("all", true, "dryRun", true));
        for (BulkLines lines : dry) {
            assertEquals(List.of("creatable", "creatable", "failed", "failed"), Stream.of(user, other, admin, member).map(it -> BulkLines.status(lines.of(it))).toList());
            assertEquals(Set.of(NO_RIGHT), Set.copyOf(lines.with("failed").map(BulkLines::message).toList()));
        }
        assertEquals(NO_RIGHT, BulkLines.message(dry.get(4).of(holder)));
        BulkLines ofGroup = bulk.select("group", below.id());
        assertEquals(List.of("created", "failed"), List.of(BulkLines.status(ofGroup.of(other)), BulkLines.status(ofGroup.of(member))));
        BulkLines all = bulk.select("all", true);

        assertEquals(Map.of("created", 1L, "exists", 1L, "failed", 3L), all.statuses());
        assertEquals("created", BulkLines.status(all.of(user)));
        assertTrue(Stream.of(holder, admin, member).allMatch(it -> it.otpCredentials().isEmpty()));
    }

    @Test
    void linesAreJudgedOneByOne() {
        TestUser user = newUser();
        TestUser admin = realm().newAdmin("query-groups");
        TestUser coded = newUser();
        BulkEndpoint bulk = bulk(realm().newAdmin(ManagementRoles.MANAGE_OTP));

        BulkLines lines = bulk.lines(Json.object("id", user.id()), Json.object("username", admin.name()), Json.object("email", admin.name() + "@example.com", "replaceExisting", true));

        assertEquals(List.of("created", "failed", "failed"), lines.texts("status"));
        assertEquals(List.of("", NO_RIGHT, "The user is in the request twice"), lines.texts("message"));
        BulkEndpoint.of(realm(), "recovery-authn-codes").as(bulk.http()).select("ids", List.of(coded.id())).assertCreated(coded);
        assertTrue(admin.otpCredentials().isEmpty());
    }

    @Test
    void holderInRealmMasterMayDoTheSame() {
        TestUser user = newUser();
        TestUser admin = realm().newAdmin("query-groups");
        BulkEndpoint bulk = bulk(ManagementRoles.inMaster(realm()).newHolder(ManagementRoles.MANAGE_OTP));

        BulkLines lines = bulk.select("group", TestGroup.in(realm(), user, admin).id());

        assertEquals(Map.of("created", 1L, "failed", 1L), lines.statuses());
        assertEquals("created", BulkLines.status(lines.of(user)));
    }

    @Test
    void usersOfAStorageAreJudgedToo() {
        TestRealm realm = TestRealm.create(server());
        OtpStorage storage = OtpStorage.in(realm, Map.of());
        TestUser admin = storage.newUser();
        ManagementRoles.of(realm).grant(admin, "view-events");
        TestUser user = storage.newUser();
        String role = realm.newRole(user, admin);
        BulkEndpoint bulk = BulkEndpoint.of(realm).as(realm.newAdmin(ManagementRoles.MANAGE_OTP, "view-realm").http().withOneToken());

        BulkLines lines = bulk.select("role", role);

        assertEquals(List.of("created", NO_RIGHT), List.of(BulkLines.status(lines.of(user)), BulkLines.message(lines.of(admin))));
    }

    /** What one is told of users is their names and the address. */
    @Test
    void attributesNeedARightOfKeycloak() {
        TestRealm realm = TestRealm.create(server(), it -> it.setAdminPermissionsEnabled(true));
        TestUser user = realm.newUser();
        TestUser viewed = realm.newUser();
        TestUser holder = realm.newAdmin(ManagementRoles.MANAGE_OTP);
        TestUser querying = realm.newAdmin(ManagementRoles.MANAGE_OTP, "query-users");
        AdminPermissions.of(realm).allow(querying, "view", viewed);
        BulkEndpoint alone = BulkEndpoint.of(realm).as(holder.http().withOneToken());
        BulkEndpoint more = BulkEndpoint.of(realm).as(querying.http().withOneToken());
        List<String> ids = List.of(user.id(), viewed.id());

        assertEquals(403, alone.post(Json.object("users", Map.of("ids", ids), "attributes", List.of("lastName"), "dryRun", true)).status());
        assertEquals(403, alone.post(Json.object("users", Map.of("q", "lastName:Mustermann"), "dryRun", true)).status());
        assertEquals(403, alone.post(Json.object("users", Map.of("role", realm.newRole(user)), "dryRun", true)).status());
        BulkLines lines = more.select("ids", ids, "attributes", List.of("lastName"), "dryRun", true);
        assertEquals("{\"lastName\":[]}", lines.of(user).path("attributes").toString());
        assertEquals("{\"lastName\":[\"Mustermann\"]}", lines.of(viewed).path("attributes").toString());
        more.select("q", "lastName:Mustermann", "dryRun", true).assertStatus("creatable", viewed);
        BulkEndpoint.of(realm).as(realm.newAdmin(ManagementRoles.MANAGE_OTP, "view-users").http().withOneToken())
                .select("q", "username:" + user.name(), "attributes", List.of("lastName"), "dryRun", true).assertStatus("creatable", user);
    }

    @Test
    void whoBecomesAnAdministratorMeanwhileHasAFailedLine() throws Exception {
        TestRealm realm = TestRealm.create(server());
        List<TestUser> users = ManyUsers.in(realm, 1_500);
        BulkEndpoint bulk = BulkEndpoint.of(realm).as(realm.newAdmin(ManagementRoles.MANAGE_OTP).http().withOneToken());
        // Lines of several kilobytes: the last user's turn doesn't come before most lines are read.
        String large = Json.object("users", Map.of("ids", users.stream().map(TestUser::id).toList()), "credential", Map.of("issuer", "\u00fc".repeat(255)));
        TestUser last = users.get(users.size() - 1);

        try (BulkStream stream = BulkStream.open(bulk, large)) {
            assertEquals("created", BulkLines.status(stream.next()));
            ManagementRoles.of(realm).grant(last, "query-groups");
            List<JsonNode> rest = stream.rest().toList();
            JsonNode line = rest.get(rest.size() - 2);
            assertEquals(last.id(), line.path("id").asText());
            assertEquals(NO_RIGHT, BulkLines.message(line), line::toString);
        }
        assertTrue(last.otpCredentials().isEmpty());
    }

    /** With sums at its end, the run would look done, and the users who are left would be missing. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void runWhoseCallerLosesTheRightIsCutOff(boolean disabled) throws Exception {
        TestRealm realm = TestRealm.create(server());
        List<TestUser> users = ManyUsers.in(realm, 1_500);
        TestUser holder = realm.newAdmin(ManagementRoles.MANAGE_OTP);
        BulkEndpoint bulk = BulkEndpoint.of(realm).as(holder.http().withOneToken());
        String large = Json.object("users", Map.of("ids", users.stream().map(TestUser::id).toList()), "credential", Map.of("issuer", "\u00fc".repeat(255)));

        try (BulkStream stream = BulkStream.open(bulk, large)) {
            assertEquals("created", BulkLines.status(stream.next()));
            if (disabled) {
                UserRepresentation caller = holder.resource().toRepresentation();
                caller.setEnabled(false);
                holder.resource().update(caller);
            } else {
                ManagementRoles.of(realm).revoke(holder, ManagementRoles.MANAGE_OTP);
            }
            List<JsonNode> rest = new ArrayList<>();
            assertThrows(UncheckedIOException.class, () -> stream.rest().forEach(rest::add), () -> rest.size() + " lines, the last is " + rest.get(rest.size() - 1));
            assertEquals(Set.of("created"), rest.stream().map(BulkLines::status).collect(Collectors.toSet()));
        }
        assertTrue(users.get(users.size() - 1).otpCredentials().isEmpty());
    }

    @Test
    void strangersAreRefused() {
        String all = Json.object("users", Map.of("all", true));

        for (TestUser stranger : List.of(newUser(), realm().other().newAdmin(ManagementRoles.MANAGE_OTP), ManagementRoles.inMaster(realm().other()).newHolder(ManagementRoles.MANAGE_OTP))) {
            HttpReply reply = bulk(stranger).post(all);
            assertEquals(403, reply.status(), reply::toString);
        }
    }

    private BulkEndpoint bulk(TestUser caller) {
        return BulkEndpoint.of(realm()).as(caller.http().withOneToken());
    }
}
