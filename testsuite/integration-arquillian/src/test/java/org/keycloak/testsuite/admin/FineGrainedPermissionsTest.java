package org.keycloak.testsuite.admin;

import java.util.Set;

import jakarta.ws.rs.core.Response;

import org.keycloak.admin.client.resource.AuthorizationResource;
import org.keycloak.representations.idm.authorization.ScopePermissionRepresentation;
import org.keycloak.representations.idm.authorization.UserPolicyRepresentation;
import org.keycloak.testsuite.fixture.AbstractTotpTest;
import org.keycloak.testsuite.fixture.HttpReply;
import org.keycloak.testsuite.fixture.Json;
import org.keycloak.testsuite.fixture.TestRealm;
import org.keycloak.testsuite.fixture.TestUser;
import org.keycloak.testsuite.fixture.TotpEndpoints;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Administrators of some users only, by Keycloak's fine-grained admin permissions.
 */
class FineGrainedPermissionsTest extends AbstractTotpTest {

    @Test
    void permissionToManageAUserIsEnoughForThatUser() {
        TestRealm realm = TestRealm.create(server(), it -> it.setAdminPermissionsEnabled(true));
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

    /** It is enough for the password, and for labels: not for a credential that somebody can log in with. */
    @Test
    void permissionToResetThePasswordIsNotEnough() {
        TestRealm realm = TestRealm.create(server(), it -> it.setAdminPermissionsEnabled(true));
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

    private static void assertMay(TotpEndpoints totp) {
        assertEquals(204, resetPassword(totp).status());
        assertEquals(200, totp.create().status());
        assertEquals(200, totp.verifyCode("123456").status());
        assertEquals(204, totp.remove().status());
    }

    private static void assertMayNot(TotpEndpoints totp) {
        assertEquals(403, resetPassword(totp).status());
        assertEquals(403, totp.create().status());
        assertEquals(403, totp.verifyCode("123456").status());
        assertEquals(403, totp.remove().status());
    }

    private static HttpReply resetPassword(TotpEndpoints totp) {
        return totp.http().put(totp.path("reset-password"), Json.object("type", "password", "value", "new", "temporary", false));
    }

    private static void allow(TestRealm realm, TestUser delegate, String scope, TestUser user) {
        AuthorizationResource authorization = realm.resource().clients()
                .get(realm.resource().clients().findByClientId("admin-permissions").get(0).getId()).authorization();
        UserPolicyRepresentation policy = new UserPolicyRepresentation();
        policy.setName("is " + delegate.name());
        policy.setUsers(Set.of(delegate.id()));
        assertCreated(authorization.policies().user().create(policy));
        ScopePermissionRepresentation permission = new ScopePermissionRepresentation();
        permission.setName(delegate.name() + " may " + scope);
        permission.setResourceType("Users");
        permission.setResources(Set.of(user.id()));
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
