package org.keycloak.testsuite.desk;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.keycloak.testsuite.fixture.AbstractTotpTest;
import org.keycloak.testsuite.fixture.AdminHttp;
import org.keycloak.testsuite.fixture.AdminPermissions;
import org.keycloak.testsuite.fixture.BulkEndpoint;
import org.keycloak.testsuite.fixture.CredentialTypeEndpoints;
import org.keycloak.testsuite.fixture.HttpReply;
import org.keycloak.testsuite.fixture.Json;
import org.keycloak.testsuite.fixture.ManagementRoles;
import org.keycloak.testsuite.fixture.TestRealm;
import org.keycloak.testsuite.fixture.TestUser;
import org.keycloak.testsuite.fixture.TotpEndpoints;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * The role {@code manage-otp} alone is enough for all of our endpoints of one user.
 */
class ManageOtpTest extends AbstractTotpTest {

    private static final String BADGE = "badge";

    @Test
    void holderMayDoAllWithAUser() {
        DeskEndpoints.of(newUser(), holder(realm())).assertMay();
    }

    @Test
    void fineGrainedPermissionsChangeNothing() {
        TestRealm realm = AdminPermissions.newRealm(server());
        TestUser holder = realm.newAdmin(ManagementRoles.MANAGE_OTP);
        TestUser user = realm.newUser();
        TestUser denied = realm.newUser();
        AdminPermissions.of(realm).deny(holder, "view", denied);
        AdminPermissions.of(realm).deny(holder, "manage", denied);
        AdminPermissions.of(realm).deny(holder, "reset-password", denied);

        DeskEndpoints.of(user, holder.http().withOneToken()).assertMay();
        DeskEndpoints.of(denied, holder.http().withOneToken()).assertMay();
    }

    @Test
    void holderInRealmMasterMayDoTheSame() {
        AdminHttp holder = ManagementRoles.inMaster(realm()).newHolder(ManagementRoles.MANAGE_OTP).http().withOneToken();

        DeskEndpoints.of(newUser(), holder).assertMay();
        DeskEndpoints.of(realm().other().newUser(), holder).assertMayNot(403);
        DeskEndpoints.of(realm().master().newUser(), holder).assertMayNot(403);
    }

    @Test
    void usersOfRealmMasterHaveAHelpDeskToo() {
        TestRealm master = realm().master();
        AdminHttp holder = holder(master);

        DeskEndpoints.of(master.newUser(), holder).assertMay();
        DeskEndpoints.of(newUser(), holder).assertMayNot(403);
    }

    /** Keycloak itself decides on users whom it doesn't find. */
    @Test
    void unknownUserIsRefused() {
        AdminHttp holder = holder(realm());

        for (String id : new String[] {UUID.randomUUID().toString(), newUser().name(), newUser().id().toUpperCase()}) {
            TotpEndpoints totp = new TotpEndpoints(holder, realm().name(), id);
            for (HttpReply reply : new HttpReply[] {totp.create(), totp.status(), totp.remove()}) {
                assertEquals(403, reply.status(), reply::toString);
            }
        }
    }

    @Test
    void serviceAccountHasNoCredentials() {
        TestUser account = realm().newServiceAccount();
        TotpEndpoints totp = account.totp().as(holder(realm()));

        assertEquals(400, totp.create().status());
        assertEquals(200, totp.status().status());
        assertTrue(account.otpCredentials().isEmpty());
    }

    /** They may be no second factors: whoever gives others a badge may open doors. */
    @Test
    void roleIsNotForTypesThatOtherJarsBring() {
        TestUser user = newUser();
        AdminHttp holder = holder(realm());
        CredentialTypeEndpoints types = CredentialTypeEndpoints.of(user);
        CredentialTypeEndpoints ofHolder = types.as(holder);
        String badge = Json.object("number", "4711");

        assertTrue(Json.elements(types.list().json()).anyMatch(type -> type.path("type").asText().equals(BADGE)));
        assertEquals(List.of("otp", "recovery-authn-codes"), Json.elements(ofHolder.list().json()).map(type -> type.path("type").asText()).sorted().toList());
        assertEquals(403, ofHolder.create(BADGE, badge).status());
        assertEquals(403, BulkEndpoint.of(realm(), BADGE).as(holder).post(Json.object("users", Map.of("ids", List.of(user.id())), "credential", Map.of("number", "4711"))).status());
        assertEquals(201, types.create(BADGE, badge).status());
    }

    /** Some versions of Keycloak let them put the role into their own roles, and into everybody's. */
    @Test
    void whoeverManagesClientsOrTheRealmDoesNotGetTheRole() {
        TestRealm realm = TestRealm.create(server());
        TestUser manager = realm.newAdmin("manage-clients", "manage-realm", "query-users");
        ManagementRoles roles = ManagementRoles.of(realm);
        String role = "[" + Json.object("id", roles.find(ManagementRoles.MANAGE_OTP).get(0).getId(), "name", ManagementRoles.MANAGE_OTP) + "]";

        manager.http().post(realm.name() + "/roles-by-id/" + realm.resource().toRepresentation().getDefaultRole().getId() + "/composites", role);
        for (String own : List.of("manage-clients", "manage-realm")) {
            manager.http().post(realm.name() + "/clients/" + roles.id() + "/roles/" + own + "/composites", role);
        }

        DeskEndpoints.of(realm.newUser(), manager.http().withOneToken()).assertMayNot(403);
    }

    private static AdminHttp holder(TestRealm realm) {
        return realm.newAdmin(ManagementRoles.MANAGE_OTP).http().withOneToken();
    }
}
