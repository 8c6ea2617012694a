package org.keycloak.testsuite.users;

import java.util.List;
import java.util.Map;

import org.keycloak.testsuite.fixture.AbstractTotpTest;
import org.keycloak.testsuite.fixture.AdminHttp;
import org.keycloak.testsuite.fixture.BulkEndpoint;
import org.keycloak.testsuite.fixture.Cors;
import org.keycloak.testsuite.fixture.HttpReply;
import org.keycloak.testsuite.fixture.Json;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * Calls from a browser are answered as Keycloak's list of users answers them.
 */
class BulkCorsTest extends AbstractTotpTest {

    @ParameterizedTest
    @ValueSource(strings = {"create-totp", "credential-types/otp", "credential-types/no-such-type"})
    void preflightIsAnswered(String path) {
        HttpReply expected = Cors.preflight(realm().http().uri(realm().name() + "/users"), "POST");

        HttpReply reply = Cors.preflight(realm().http().uri(realm().name() + "/users/" + path), "POST");

        assertEquals(200, reply.status(), reply::toString);
        assertEquals(Cors.ORIGIN, reply.header("Access-Control-Allow-Origin").orElseThrow());
        assertEquals(Cors.headers(expected), Cors.headers(reply));
    }

    @ParameterizedTest
    @ValueSource(strings = {Cors.ORIGIN, Cors.EVIL_ORIGIN})
    void replyMayBeReadByWhomKeycloakPermitsIt(String origin) {
        AdminHttp admin = realm().newAdmin("manage-users").http().withOneToken();
        HttpReply expected = admin.send("GET", realm().name() + "/users?max=1", null, "Origin", origin);

        for (Object users : List.of(Map.of("ids", List.of(newUser().id())), Map.of("ids", List.of()))) {
            HttpReply reply = BulkEndpoint.of(realm()).as(admin).send(Json.object("users", users).getBytes(), "Content-Type", AdminHttp.JSON, "Origin", origin);
            assertEquals(Cors.headers(expected), Cors.headers(reply), reply::toString);
        }
    }
}
