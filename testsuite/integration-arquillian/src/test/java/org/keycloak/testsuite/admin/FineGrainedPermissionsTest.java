package org.keycloak.testsuite.admin;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.ws.rs.core.Response;

import org.keycloak.admin.client.resource.AuthorizationResource;
import org.keycloak.representations.idm.authorization.Logic;
import org.keycloak.representations.idm.authorization.ScopePermissionRepresentation;
import org.keycloak.representations.idm.authorization.UserPolicyRepresentation;
import org.keycloak.testsuite.fixture.AbstractTotpTest;
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
        allow(realm, delegate, "manage", user);
        allow(realm, viewer, "view", user);

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
        allow(realm, delegate, "manage", user);
        allow(realm, delegate, "reset-password", user);

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
        allow(realm, delegate, "manage", user);
        if (grantedToSomebodyElse) {
            allow(realm, realm.newUser(), "reset-password", null);
        } else {
            deny(realm, delegate, "reset-password", user);
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
        allow(realm, delegate, "manage", user);
        deny(realm, delegate, "reset-password", realm.newUser());

        assertMay(user.totp().as(delegate.http()));
    }

    @Test
    void roleGoesBeforePermissions() {
        TestRealm realm = realmWithPermissions();
        TestUser admin = realm.newAdmin("manage-users");
        TestUser user = realm.newUser();
        deny(realm, admin, "reset-password", user);
        deny(realm, admin, "manage", user);

        assertMay(user.totp().as(admin.http()));
    }

    /** The permission is enough for the password and for labels. It isn't enough for another credential to log in with. */
    @Test
    void permissionToResetThePasswordIsNotEnough() {
        TestRealm realm = realmWithPermissions();
        TestUser delegate = realm.newUser();
        TestUser user = realm.newUser();
        allow(realm, delegate, "reset-password", user);
        TotpEndpoints totp = user.totp().as(delegate.http());

        assertEquals(204, resetPassword(totp).status());
        assertEquals(403, totp.create().status());
        assertEquals(403, totp.verifyCode("123456").status());
        assertEquals(403, totp.remove().status());
        assertEquals(403, totp.http().get(totp.path("credential-types")).status());
        assertEquals(403, totp.http().send("POST", totp.path("credential-types/recovery-authn-codes"), null).status());
    }

    private TestRealm realmWithPermissions() {
        return TestRealm.create(server(), it -> it.setAdminPermissionsEnabled(true));
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

    private static void allow(TestRealm realm, TestUser delegate, String scope, TestUser user) {
        permit(realm, delegate, Logic.POSITIVE, scope, user);
    }

    private static void deny(TestRealm realm, TestUser delegate, String scope, TestUser user) {
        permit(realm, delegate, Logic.NEGATIVE, scope, user);
    }

    /** For one user, or for all if there is none. */
    private static void permit(TestRealm realm, TestUser delegate, Logic logic, String scope, TestUser user) {
        AuthorizationResource authorization = realm.resource().clients()
                .get(realm.resource().clients().findByClientId("admin-permissions").get(0).getId()).authorization();
        UserPolicyRepresentation policy = new UserPolicyRepresentation();
        policy.setName(UUID.randomUUID().toString());
        policy.setUsers(Set.of(delegate.id()));
        policy.setLogic(logic);
        assertCreated(authorization.policies().user().create(policy));
        ScopePermissionRepresentation permission = new ScopePermissionRepresentation();
        permission.setName(UUID.randomUUID().toString());
        permission.setResourceType("Users");
        permission.setResources(user == null ? Set.of() : Set.of(user.id()));
        permission.setScopes(Set.of(scope));
        permission.setPolicies(Set.of(policy.getName()));
        assertCreated(authorization.permissions().scope().create(permission));
    }

    private static void assertCreated(Response response) {
        try (response) {
            assertEquals(201, response.getStatus(), () -> response.readEntity(String.class));
        }
    }
}
