package org.keycloak.testsuite.admin;

import java.util.List;

import org.keycloak.testsuite.fixture.AbstractTotpTest;
import org.keycloak.testsuite.fixture.AdminPermissions;
import org.keycloak.testsuite.fixture.CredentialTypeEndpoints;
import org.keycloak.testsuite.fixture.HttpReply;
import org.keycloak.testsuite.fixture.Json;
import org.keycloak.testsuite.fixture.TestRealm;
import org.keycloak.testsuite.fixture.TestUser;
import org.keycloak.testsuite.fixture.TotpEndpoints;
import org.keycloak.testsuite.totp.Authenticator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.keycloak.testsuite.fixture.Verifications.assertValid;

/**
 * Administrators of some users only, by Keycloak's fine-grained admin permissions.
 */
class FineGrainedPermissionsTest extends AbstractTotpTest {

    @Test
    void permissionToManageAUserIsEnoughForThatUser() {
        TestRealm realm = realmWithPermissions();
        TestUser delegate = realm.newUser();
        TestUser viewer = realm.newUser();
        TestUser user = realm.newUser();
        TestUser other = realm.newUser();
        AdminPermissions.of(realm).allow(delegate, "manage", user);
        AdminPermissions.of(realm).allow(viewer, "view", user);

        assertMay(user.totp().as(delegate.http()));
        assertMayNot(other.totp().as(delegate.http()));
        assertMayNot(user.totp().as(viewer.http()));
        assertTrue(other.otpCredentials().isEmpty());
    }

    @Test
    void permissionForBothIsEnough() {
        TestRealm realm = realmWithPermissions();
        TestUser delegate = realm.newUser();
        TestUser user = realm.newUser();
        AdminPermissions.of(realm).allow(delegate, "manage", user);
        AdminPermissions.of(realm).allow(delegate, "reset-password", user);

        assertMay(user.totp().as(delegate.http()));
    }

    /** Keycloak denies its own reset-password endpoint then. We deny all else that changes what the user logs in with. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoIsDeniedThePasswordIsDeniedTheRest(boolean grantedToSomebodyElse) {
        TestRealm realm = realmWithPermissions();
        TestUser delegate = realm.newUser();
        TestUser user = realm.newUser();
        Authenticator authenticator = user.newTotp("{}");
        AdminPermissions.of(realm).allow(delegate, "manage", user);
        if (grantedToSomebodyElse) {
            AdminPermissions.of(realm).allow(realm.newUser(), "reset-password");
        } else {
            AdminPermissions.of(realm).deny(delegate, "reset-password", user);
        }
        TotpEndpoints totp = user.totp().as(delegate.http().withOneToken());

        assertMayNotChange(totp);

        assertValid(totp.verifyCode(authenticator.code()));
        assertEquals(1, user.otpCredentials().size());
    }

    @Test
    void denialOfOnePasswordIsNotThatOfAnother() {
        TestRealm realm = realmWithPermissions();
        TestUser delegate = realm.newUser();
        TestUser user = realm.newUser();
        AdminPermissions.of(realm).allow(delegate, "manage", user);
        AdminPermissions.of(realm).deny(delegate, "reset-password", realm.newUser());

        assertMay(user.totp().as(delegate.http()));
    }

    @Test
    void roleGoesBeforePermissions() {
        TestRealm realm = realmWithPermissions();
        TestUser admin = realm.newAdmin("manage-users");
        TestUser user = realm.newUser();
        AdminPermissions.of(realm).deny(admin, "reset-password", user);
        AdminPermissions.of(realm).deny(admin, "manage", user);

        assertMay(user.totp().as(admin.http()));
    }

    /** The permission is enough for the password and for labels. It isn't enough for another credential to log in with. */
    @Test
    void permissionToResetThePasswordIsNotEnough() {
        TestRealm realm = realmWithPermissions();
        TestUser delegate = realm.newUser();
        TestUser user = realm.newUser();
        AdminPermissions.of(realm).allow(delegate, "reset-password", user);
        TotpEndpoints totp = user.totp().as(delegate.http());

        assertEquals(204, resetPassword(totp).status());
        assertEquals(403, totp.create().status());
        assertEquals(403, totp.verifyCode("123456").status());
        assertEquals(403, totp.remove().status());
        assertEquals(403, totp.http().get(totp.path("credential-types")).status());
        assertEquals(403, totp.http().send("POST", totp.path("credential-types/recovery-authn-codes"), null).status());
    }

    private TestRealm realmWithPermissions() {
        return AdminPermissions.newRealm(server());
    }

    private static void assertMay(TotpEndpoints totp) {
        assertEquals(204, resetPassword(totp).status());
        assertEquals(200, totp.create().status());
        assertEquals(200, totp.verifyCode("123456").status());
        assertEquals(204, totp.unlock().status());
        assertEquals(204, totp.remove().status());
        CredentialTypeEndpoints types = new CredentialTypeEndpoints(totp.http(), totp.user());
        assertEquals(200, types.list().status());
        assertEquals(201, types.create("recovery-authn-codes").status());
    }

    private static void assertMayNot(TotpEndpoints totp) {
        assertMayNotChange(totp);
        assertEquals(403, totp.verifyCode("123456").status());
    }

    /** The refusal says nothing of the request, whatever is sent. */
    private static void assertMayNotChange(TotpEndpoints totp) {
        CredentialTypeEndpoints types = new CredentialTypeEndpoints(totp.http(), totp.user());
        for (HttpReply reply : List.of(resetPassword(totp), totp.create(), totp.create(Json.object("replaceExisting", true)), totp.create("{"),
                totp.remove(), totp.http().put(totp.path("remove-totp"), "{"), totp.unlock(),
                totp.http().put(totp.path("unlock-totp"), "{"), types.list(), types.create("otp"), types.create("recovery-authn-codes"),
                types.create("no-such-type"), totp.http().put(types.path("otp"), "{}"))) {
            assertEquals(403, reply.status(), reply::toString);
        }
    }

    private static HttpReply resetPassword(TotpEndpoints totp) {
        return totp.http().put(totp.path("reset-password"), Json.object("type", "password", "value", "new", "temporary", false));
    }
}
