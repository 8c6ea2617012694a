package org.keycloak.testsuite.types;

import java.util.UUID;

import org.keycloak.testsuite.fixture.AbstractTotpTest;
import org.keycloak.testsuite.fixture.AdminHttp;
import org.keycloak.testsuite.fixture.CredentialTypeEndpoints;
import org.keycloak.testsuite.fixture.HttpReply;
import org.keycloak.testsuite.fixture.Json;
import org.keycloak.testsuite.fixture.RefusedCaller;
import org.keycloak.testsuite.fixture.TestUser;
import org.keycloak.testsuite.fixture.TotpEndpoints;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * Who may see the types and create credentials: an administrator with the right to manage the user, and nobody else. The scope
 * {@code reset-password} of fine-grained permissions is not enough.
 */
class CredentialTypesRightsTest extends AbstractTotpTest {

    private static final String BADGE = "badge";
    private static final String MINIMAL = Json.object("number", "4711");

    @ParameterizedTest
    @ValueSource(strings = {"realm-admin", "manage-users"})
    void administratorsOfUsersMay(String role) {
        TestUser user = newUser();
        CredentialTypeEndpoints types = CredentialTypeEndpoints.of(user).as(realm().newAdmin(role).http().withOneToken());

        assertEquals(200, types.list().status());
        assertEquals(201, types.create(BADGE, MINIMAL).status());
        assertEquals(201, types.create("otp").status());
        assertEquals(201, types.create("recovery-authn-codes").status());
    }

    @ParameterizedTest
    @EnumSource(names = "ADMIN_OF_USERS", mode = EnumSource.Mode.EXCLUDE)
    void othersMayNot(RefusedCaller caller) {
        TestUser user = newUser();
        AdminHttp http = caller.http(realm());

        assertEquals(caller.status(), user.totp().as(http).resetPassword().status());
        assertAsForTheEndpointBeside(http, CredentialTypeEndpoints.of(user));

        assertEquals(1, user.resource().credentials().size());
    }

    @ParameterizedTest
    @EnumSource(names = "ADMIN_OF_USERS", mode = EnumSource.Mode.EXCLUDE)
    void othersLearnNothingOfTheirRequest(RefusedCaller caller) {
        TestUser user = newUser();
        CredentialTypeEndpoints types = CredentialTypeEndpoints.of(user).as(caller.http(realm()));

        assertEquals(caller.status(), types.create(BADGE, "{").status());
        assertEquals(caller.status(), types.create(BADGE, Json.object("floor", 99)).status());
        assertEquals(caller.status(), types.create("no-such-type", "{}").status());
        assertEquals(caller.status(), types.create("password", "{}").status());
    }

    @Test
    void unknownUserAndRealmAreNotFound() {
        AdminHttp http = realm().http().withOneToken();

        for (String user : new String[] {realm().name() + "/users/" + UUID.randomUUID(), realm().name() + "/users/" + newUser().name(),
                "no-such-realm/users/" + newUser().id(), "master/users/" + newUser().id()}) {
            CredentialTypeEndpoints types = new CredentialTypeEndpoints(http, user);
            assertEquals(404, types.list().status(), user);
            assertAsForTheEndpointBeside(http, types);
        }
    }

    @ParameterizedTest
    @EnumSource(names = "ADMIN_OF_USERS", mode = EnumSource.Mode.EXCLUDE)
    void othersAreToldOfUnknownUsersWhatTheyAreToldBesides(RefusedCaller caller) {
        AdminHttp http = caller.http(realm());

        assertAsForTheEndpointBeside(http, new CredentialTypeEndpoints(null, realm().name() + "/users/" + UUID.randomUUID()));
        assertAsForTheEndpointBeside(http, new CredentialTypeEndpoints(null, "no-such-realm/users/" + UUID.randomUUID()));
    }

    private static void assertAsForTheEndpointBeside(AdminHttp http, CredentialTypeEndpoints user) {
        CredentialTypeEndpoints types = user.as(http);
        HttpReply beside = new TotpEndpoints(http, user.user()).resetPassword();
        for (HttpReply reply : new HttpReply[] {types.list(), types.create(BADGE, MINIMAL), types.create("otp"), types.create("no-such-type")}) {
            assertEquals(beside.status(), reply.status(), reply::toString);
            assertEquals(beside.text(), reply.text());
        }
    }
}
