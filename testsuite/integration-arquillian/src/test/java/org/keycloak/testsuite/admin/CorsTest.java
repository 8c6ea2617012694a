package org.keycloak.testsuite.admin;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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
import static org.junit.jupiter.api.Assertions.assertFalse;

/**
 * Calls from a browser, as from an admin console of another origin: as for the endpoint beside it.
 */
class CorsTest extends AbstractTotpTest {

    /** That of the client which issues the tokens. */
    private static final String ORIGIN = "https://console.example";

    private static final String BESIDE = "reset-password";

    @ParameterizedTest
    @ValueSource(strings = {TotpEndpoints.CREATE, TotpEndpoints.REMOVE, TotpEndpoints.VERIFY, "totp-status"})
    void preflightIsAnswered(String operation) {
        TotpEndpoints user = newUser().totp();

        HttpReply expected = preflight(user.path(BESIDE));
        HttpReply reply = preflight(user.path(operation));

        assertEquals(200, reply.status(), reply::toString);
        assertEquals(expected.status(), reply.status());
        assertEquals(ORIGIN, reply.header("Access-Control-Allow-Origin").orElseThrow());
        assertEquals(cors(expected), cors(reply));
    }

    @Test
    void replyMayBeReadByThatOrigin() {
        TestUser user = newUser();
        AdminHttp admin = realm().newAdmin("manage-users").http();

        HttpReply expected = put(admin, user.totp().path(BESIDE), ORIGIN, Json.object("type", "password", "value", "new"));
        assertEquals(ORIGIN, expected.header("Access-Control-Allow-Origin").orElseThrow());
        List<HttpReply> replies = List.of(
                put(admin, user.totp().path(TotpEndpoints.CREATE), ORIGIN, "{}"),
                put(admin, user.totp().path(TotpEndpoints.VERIFY), ORIGIN, Json.object("code", "123456")),
                put(admin, user.totp().path(TotpEndpoints.CREATE), ORIGIN, "{}"), // refused
                put(admin, user.totp().path(TotpEndpoints.REMOVE), ORIGIN, "{}"));

        assertEquals(List.of(200, 200, 400, 204), replies.stream().map(HttpReply::status).toList());
        replies.forEach(reply -> assertEquals(cors(expected), cors(reply)));
    }

    @Test
    void replyMayNotBeReadByAnother() {
        TestUser user = newUser();
        AdminHttp admin = realm().newAdmin("manage-users").http();

        HttpReply expected = put(admin, user.totp().path(BESIDE), "https://evil.example", Json.object("type", "password", "value", "new"));
        HttpReply reply = put(admin, user.totp().path(TotpEndpoints.CREATE), "https://evil.example", "{}");

        assertFalse(reply.header("Access-Control-Allow-Origin").isPresent(), () -> reply.response().headers().toString());
        assertEquals(cors(expected), cors(reply));
    }

    private HttpReply preflight(String path) {
        return new AdminHttp(realm().url(), null).send("OPTIONS", path, null,
                "Origin", ORIGIN, "Access-Control-Request-Method", "PUT", "Access-Control-Request-Headers", "authorization,content-type");
    }

    private static HttpReply put(AdminHttp admin, String path, String origin, String json) {
        return admin.send("PUT", path, json.getBytes(StandardCharsets.UTF_8), "Content-Type", AdminHttp.JSON, "Origin", origin);
    }

    private static Map<String, List<String>> cors(HttpReply reply) {
        Map<String, List<String>> headers = new TreeMap<>(reply.response().headers().map());
        headers.keySet().removeIf(name -> !name.toLowerCase().startsWith("access-control-"));
        return headers;
    }
}
