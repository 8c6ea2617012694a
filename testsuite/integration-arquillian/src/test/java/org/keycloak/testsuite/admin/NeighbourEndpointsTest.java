package org.keycloak.testsuite.admin;

import java.util.List;

import org.keycloak.testsuite.fixture.AbstractTotpTest;
import org.keycloak.testsuite.fixture.AdminHttp;
import org.keycloak.testsuite.fixture.HttpReply;
import org.keycloak.testsuite.fixture.Json;
import org.keycloak.testsuite.fixture.TestUser;
import org.keycloak.testsuite.fixture.TotpEndpoints;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.keycloak.testsuite.fixture.Logins.assertGranted;

/**
 * The admin API around our endpoints answers as it does without them.
 */
class NeighbourEndpointsTest extends AbstractTotpTest {

    @Test
    void userIsReadAndChanged() {
        TestUser user = newUser();
        AdminHttp http = realm().http();

        HttpReply read = http.get(user.totp().user());
        assertEquals(200, read.status(), read::toString);
        assertEquals(user.name(), read.field("username"));
        assertEquals(204, http.put(user.totp().user(), Json.object("firstName", "Max", "lastName", "Mustermann", "email", user.name() + "@example.com"))
                .status());
        assertEquals("Max", http.get(user.totp().user()).field("firstName"));
    }

    @Test
    void passwordIsReset() {
        TestUser user = newUser();

        HttpReply reply = realm().http().put(user.totp().path("reset-password"), Json.object("type", "password", "value", "new", "temporary", false));

        assertEquals(204, reply.status(), reply::toString);
        assertGranted(new TestUser(realm(), user.id(), user.name(), "new").login());
    }

    @ParameterizedTest
    @ValueSource(strings = {"credentials", "role-mappings", "groups", "sessions", "consents", "federated-identity", "groups/count",
            "role-mappings/realm/composite", "configured-user-storage-credential-types", "unmanagedAttributes"})
    void readableOfAUserIsRead(String path) {
        HttpReply reply = realm().http().get(newUser().totp().path(path));

        assertEquals(200, reply.status(), reply::toString);
    }

    @Test
    void createdCredentialIsReadRelabelledAndDeletedAsAnyOther() {
        TestUser user = newUser();
        user.newTotp("{}");
        String id = user.otpCredentials().get(0).getId();

        user.resource().setCredentialUserLabel(id, "phone");
        assertEquals(List.of("phone"), user.otpLabels());
        user.resource().removeCredential(id);

        assertTrue(user.otpCredentials().isEmpty());
        assertGranted(user.login());
    }

    @Test
    void usersAreListedAndCounted() {
        TestUser user = newUser();
        AdminHttp http = realm().http();

        assertEquals(user.id(), http.get(realm().name() + "/users?exact=true&username=" + user.name()).json().path(0).path("id").asText());
        assertTrue(http.get(realm().name() + "/users/count").json().intValue() >= 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-such", "credential-types/otp/extra", "create-totp/extra", "remove-totp/extra", "verify-totp/extra", "create-totp2", "create", "totp", "createTotp"})
    void otherPathsAreNotFound(String path) {
        TestUser user = newUser();

        HttpReply reply = realm().http().put(user.totp().path(path), "{}");

        assertEquals(404, reply.status(), reply::toString);
        assertTrue(user.otpCredentials().isEmpty());
    }

    /** For a method that they don't have, Keycloak's own resources below a user say 404, and root resources say 405. */
    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "DELETE", "PATCH"})
    void otherMethodsAreRefused(String method) {
        TestUser user = newUser();
        user.newTotp("{}");

        for (String operation : List.of(TotpEndpoints.CREATE, TotpEndpoints.REMOVE, TotpEndpoints.VERIFY)) {
            HttpReply reply = realm().http().send(method, user.totp().path(operation), null);
            assertTrue(reply.status() == 404 || reply.status() == 405, reply::toString);
        }
        assertEquals(1, user.otpCredentials().size());
    }
}
