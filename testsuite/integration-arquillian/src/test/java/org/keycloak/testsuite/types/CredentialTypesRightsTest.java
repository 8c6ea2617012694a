package org.keycloak.testsuite.types;

import java.util.UUID;

import org.keycloak.testsuite.fixture.AbstractTotpTest;
import org.keycloak.testsuite.fixture.AdminHttp;
import org.keycloak.testsuite.fixture.CredentialTypeEndpoints;
import org.keycloak.testsuite.fixture.HttpReply;
import org.keycloak.testsuite.fixture.Json;
import org.keycloak.testsuite.fixture.TestRealm;
import org.keycloak.testsuite.fixture.TestUser;
import org.keycloak.testsuite.fixture.Tokens;

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

    private enum Refused {

        VIEW_USERS_ONLY(403),
        NO_ROLES(403),
        ADMIN_OF_ANOTHER_REALM(403),
        NO_TOKEN(401),
        FORGED_TOKEN(401);

        private final int status;

        Refused(int status) {
            this.status = status;
        }

        AdminHttp http(TestRealm realm, TestRealm otherRealm) {
            return switch (this) {
                case VIEW_USERS_ONLY -> realm.newAdmin("view-users", "query-users").http().withOneToken();
                case NO_ROLES -> realm.newUser().http().withOneToken();
                case ADMIN_OF_ANOTHER_REALM -> otherRealm.newAdmin("realm-admin").http().withOneToken();
                case NO_TOKEN -> new AdminHttp(realm.url(), null);
                case FORGED_TOKEN -> {
                    String forged = Tokens.forged(realm.newAdmin("realm-admin").http().token().get());
                    yield new AdminHttp(realm.url(), () -> forged);
                }
            };
        }
    }

    private TestRealm otherRealm;

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
    @EnumSource
    void othersMayNot(Refused caller) {
        TestUser user = newUser();
        AdminHttp http = caller.http(realm(), otherRealm());

        assertEquals(caller.status, resetPassword(http, CredentialTypeEndpoints.of(user)).status());
        assertAsForTheEndpointBeside(http, CredentialTypeEndpoints.of(user));

        assertEquals(1, user.resource().credentials().size());
    }

    @ParameterizedTest
    @EnumSource
    void othersLearnNothingOfTheirRequest(Refused caller) {
        TestUser user = newUser();
        CredentialTypeEndpoints types = CredentialTypeEndpoints.of(user).as(caller.http(realm(), otherRealm()));

        assertEquals(caller.status, types.create(BADGE, "{").status());
        assertEquals(caller.status, types.create(BADGE, Json.object("floor", 99)).status());
        assertEquals(caller.status, types.create("no-such-type", "{}").status());
        assertEquals(caller.status, types.create("password", "{}").status());
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
    @EnumSource
    void othersAreToldOfUnknownUsersWhatTheyAreToldBesides(Refused caller) {
        AdminHttp http = caller.http(realm(), otherRealm());

        assertAsForTheEndpointBeside(http, new CredentialTypeEndpoints(null, realm().name() + "/users/" + UUID.randomUUID()));
        assertAsForTheEndpointBeside(http, new CredentialTypeEndpoints(null, "no-such-realm/users/" + UUID.randomUUID()));
    }

    private TestRealm otherRealm() {
        if (otherRealm == null) {
            otherRealm = TestRealm.create(server(), realm -> {
            });
        }
        return otherRealm;
    }

    private static void assertAsForTheEndpointBeside(AdminHttp http, CredentialTypeEndpoints user) {
        CredentialTypeEndpoints types = user.as(http);
        HttpReply beside = resetPassword(http, user);
        for (HttpReply reply : new HttpReply[] {types.list(), types.create(BADGE, MINIMAL), types.create("otp"), types.create("no-such-type")}) {
            assertEquals(beside.status(), reply.status(), reply::toString);
            assertEquals(beside.text(), reply.text());
        }
    }

    private static HttpReply resetPassword(AdminHttp http, CredentialTypeEndpoints user) {
        return http.put(user.user() + "/reset-password", Json.object("type", "password", "value", UUID.randomUUID().toString(), "temporary", false));
    }
}
