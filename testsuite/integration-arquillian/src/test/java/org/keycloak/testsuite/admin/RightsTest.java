package org.keycloak.testsuite.admin;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.keycloak.testsuite.fixture.AbstractTotpTest;
import org.keycloak.testsuite.fixture.AdminHttp;
import org.keycloak.testsuite.fixture.HttpReply;
import org.keycloak.testsuite.fixture.Json;
import org.keycloak.testsuite.fixture.TestRealm;
import org.keycloak.testsuite.fixture.TestUser;
import org.keycloak.testsuite.fixture.Tokens;
import org.keycloak.testsuite.fixture.TotpEndpoints;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Who may create, check and remove a TOTP: an administrator with the right to manage the user, and nobody else. The scope {@code reset-password}
 * of fine-grained permissions is not enough: {@link FineGrainedPermissionsTest}.
 */
class RightsTest extends AbstractTotpTest {

    private enum Refused {

        VIEW_USERS_ONLY(403),
        NO_ROLES(403),
        ADMIN_OF_ANOTHER_REALM(403),
        NO_TOKEN(401),
        GARBAGE_TOKEN(401),
        FORGED_TOKEN(401);

        private final int status;

        Refused(int status) {
            this.status = status;
        }

        AdminHttp http(TestRealm realm, TestRealm otherRealm) {
            return switch (this) {
                case VIEW_USERS_ONLY -> realm.newAdmin("view-users", "query-users").http().withOneToken();
                case NO_ROLES -> realm.newUser().http().withOneToken();
                case ADMIN_OF_ANOTHER_REALM -> otherRealm.newAdmin("realm-admin").http();
                case NO_TOKEN -> new AdminHttp(realm.url(), null);
                case GARBAGE_TOKEN -> new AdminHttp(realm.url(), () -> "garbage");
                case FORGED_TOKEN -> with(realm, Tokens.forged(realm.newAdmin("realm-admin").http().token().get()));
            };
        }

        private static AdminHttp with(TestRealm realm, String token) {
            return new AdminHttp(realm.url(), () -> token);
        }
    }

    private TestRealm otherRealm;
    private TestRealm shortLived;

    @ParameterizedTest
    @ValueSource(strings = {"realm-admin", "manage-users"})
    void administratorsOfUsersMay(String role) {
        TestUser user = newUser();
        AdminHttp admin = realm().newAdmin(role).http().withOneToken();
        TotpEndpoints totp = user.totp().as(admin);

        assertEquals(200, totp.create().status());
        assertEquals(200, totp.verifyCode("123456").status());
        assertEquals(204, totp.remove().status());
        assertEquals(204, resetPassword(admin, user.totp()).status());
    }

    @ParameterizedTest
    @EnumSource
    void othersMayNot(Refused caller) {
        TestUser user = newUser();
        user.newTotp("{}");
        AdminHttp http = caller.http(realm(), otherRealm());

        assertRefused(caller.status, http, user.totp());

        assertEquals(1, user.otpCredentials().size());
    }

    @ParameterizedTest
    @EnumSource
    void othersLearnNothingOfTheirRequest(Refused caller) {
        TotpEndpoints totp = newUser().totp().as(caller.http(realm(), otherRealm()));

        assertEquals(caller.status, totp.create("{").status());
        assertEquals(caller.status, totp.create(Json.object("digits", 7)).status());
        assertEquals(caller.status, totp.verify("{}").status());
    }

    /** As the endpoint beside does: Keycloak 26.4 itself has a 500 for it. */
    @Test
    void unsignedTokenIsRefused() {
        TestUser user = newUser();
        user.newTotp("{}");
        AdminHttp http = Refused.with(realm(), Tokens.unsigned(realm().newAdmin("realm-admin").http().token().get()));

        assertTrue(resetPassword(http, user.totp()).status() >= 400);
        assertAsForTheEndpointBeside(http, user.totp());
        assertEquals(1, user.otpCredentials().size());
    }

    @Test
    void expiredTokenIsRefused() {
        TestUser user = shortLived().newUser();
        user.newTotp("{}");
        AdminHttp http = shortLived().newAdmin("realm-admin").http().withOneToken();
        while (http.get(user.totp().user()).status() == 200) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }

        assertRefused(401, http, user.totp());

        assertEquals(1, user.otpCredentials().size());
    }

    @Test
    void unknownUserAndRealmAreNotFound() {
        assertRefused(404, realm().http(), new TotpEndpoints(null, realm().name(), UUID.randomUUID().toString()));
        assertRefused(404, realm().http(), new TotpEndpoints(null, realm().name(), newUser().name()));
        assertRefused(404, realm().http(), new TotpEndpoints(null, "no-such-realm", newUser().id()));
        assertRefused(404, realm().http(), new TotpEndpoints(null, "master", newUser().id()));
    }

    @ParameterizedTest
    @EnumSource
    void othersAreToldOfUnknownUsersWhatTheyAreToldBesides(Refused caller) {
        AdminHttp http = caller.http(realm(), otherRealm());

        assertAsForTheEndpointBeside(http, new TotpEndpoints(null, realm().name(), UUID.randomUUID().toString()));
        assertAsForTheEndpointBeside(http, new TotpEndpoints(null, "no-such-realm", UUID.randomUUID().toString()));
    }

    private TestRealm otherRealm() {
        if (otherRealm == null) {
            otherRealm = TestRealm.create(server(), realm -> {
            });
        }
        return otherRealm;
    }

    private TestRealm shortLived() {
        if (shortLived == null) {
            shortLived = TestRealm.create(server(), realm -> realm.setAccessTokenLifespan(1));
        }
        return shortLived;
    }

    private static void assertRefused(int status, AdminHttp http, TotpEndpoints user) {
        assertEquals(status, resetPassword(http, user).status());
        assertAsForTheEndpointBeside(http, user);
    }

    private static void assertAsForTheEndpointBeside(AdminHttp http, TotpEndpoints user) {
        HttpReply beside = resetPassword(http, user);
        TotpEndpoints totp = user.as(http);
        for (HttpReply reply : List.of(totp.create(), totp.verifyCode("123456"), totp.remove())) {
            assertEquals(beside.status(), reply.status(), reply::toString);
            assertEquals(beside.text(), reply.text());
        }
    }

    private static HttpReply resetPassword(AdminHttp http, TotpEndpoints user) {
        return http.put(user.path("reset-password"), Json.object("type", "password", "value", UUID.randomUUID().toString(), "temporary", false));
    }
}
