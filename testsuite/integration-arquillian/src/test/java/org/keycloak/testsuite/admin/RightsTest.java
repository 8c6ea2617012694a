package org.keycloak.testsuite.admin;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.keycloak.testsuite.fixture.AbstractTotpTest;
import org.keycloak.testsuite.fixture.AdminHttp;
import org.keycloak.testsuite.fixture.HttpReply;
import org.keycloak.testsuite.fixture.Json;
import org.keycloak.testsuite.fixture.RefusedCaller;
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

    @ParameterizedTest
    @ValueSource(strings = {"realm-admin", "manage-users"})
    void administratorsOfUsersMay(String role) {
        TestUser user = newUser();
        TotpEndpoints totp = user.totp().as(realm().newAdmin(role).http().withOneToken());

        assertEquals(200, totp.create().status());
        assertEquals(200, totp.verifyCode("123456").status());
        assertEquals(204, totp.remove().status());
        assertEquals(204, totp.resetPassword().status());
    }

    @ParameterizedTest
    @EnumSource(names = "ADMIN_OF_USERS", mode = EnumSource.Mode.EXCLUDE)
    void othersMayNot(RefusedCaller caller) {
        TestUser user = newUser();
        user.newTotp("{}");
        AdminHttp http = caller.http(realm());

        assertRefused(caller.status(), http, user.totp());

        assertEquals(1, user.otpCredentials().size());
    }

    @ParameterizedTest
    @EnumSource(names = "ADMIN_OF_USERS", mode = EnumSource.Mode.EXCLUDE)
    void othersLearnNothingOfTheirRequest(RefusedCaller caller) {
        TotpEndpoints totp = newUser().totp().as(caller.http(realm()));

        assertEquals(caller.status(), totp.create("{").status());
        assertEquals(caller.status(), totp.create(Json.object("digits", 7)).status());
        assertEquals(caller.status(), totp.verify("{}").status());
    }

    /** Keycloak's reset-password has the same status: on Keycloak 26.4 it is 500 for such a token. */
    @Test
    void unsignedTokenIsRefused() {
        TestUser user = newUser();
        user.newTotp("{}");
        AdminHttp http = realm().newAdmin("realm-admin").http().withToken(Tokens::unsigned);

        assertTrue(user.totp().as(http).resetPassword().status() >= 400);
        assertAsForTheEndpointBeside(http, user.totp());
        assertEquals(1, user.otpCredentials().size());
    }

    @Test
    void expiredTokenIsRefused() {
        TestRealm shortLived = TestRealm.create(server(), realm -> realm.setAccessTokenLifespan(1));
        TestUser user = shortLived.newUser();
        user.newTotp("{}");
        AdminHttp http = shortLived.newAdmin("realm-admin").http().withOneToken();
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
    @EnumSource(names = "ADMIN_OF_USERS", mode = EnumSource.Mode.EXCLUDE)
    void othersAreToldOfUnknownUsersWhatTheyAreToldBesides(RefusedCaller caller) {
        AdminHttp http = caller.http(realm());

        assertAsForTheEndpointBeside(http, new TotpEndpoints(null, realm().name(), UUID.randomUUID().toString()));
        assertAsForTheEndpointBeside(http, new TotpEndpoints(null, "no-such-realm", UUID.randomUUID().toString()));
    }

    private static void assertRefused(int status, AdminHttp http, TotpEndpoints user) {
        assertEquals(status, user.as(http).resetPassword().status());
        assertAsForTheEndpointBeside(http, user);
    }

    private static void assertAsForTheEndpointBeside(AdminHttp http, TotpEndpoints user) {
        TotpEndpoints totp = user.as(http);
        HttpReply beside = totp.resetPassword();
        for (HttpReply reply : List.of(totp.create(), totp.verifyCode("123456"), totp.remove())) {
            assertEquals(beside.status(), reply.status(), reply::toString);
            assertEquals(beside.text(), reply.text());
        }
    }
}
