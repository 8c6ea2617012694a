package org.keycloak.testsuite.admin;

import java.util.List;

import org.keycloak.testsuite.fixture.AbstractTotpTest;
import org.keycloak.testsuite.fixture.AdminHttp;
import org.keycloak.testsuite.fixture.Cors;
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
 * Calls from a browser, as of an admin console at another origin, are answered as Keycloak's endpoint beside answers them.
 */
class CorsTest extends AbstractTotpTest {

    @ParameterizedTest
    @ValueSource(strings = {TotpEndpoints.CREATE, TotpEndpoints.REMOVE, TotpEndpoints.VERIFY, TotpEndpoints.STATUS})
    void preflightIsAnswered(String operation) {
        TotpEndpoints user = newUser().totp();

        HttpReply expected = preflight(user.path(TotpEndpoints.BESIDE));
        HttpReply reply = preflight(user.path(operation));

        assertEquals(200, reply.status(), reply::toString);
        assertEquals(expected.status(), reply.status());
        assertEquals(Cors.ORIGIN, reply.header("Access-Control-Allow-Origin").orElseThrow());
        assertEquals(Cors.headers(expected), Cors.headers(reply));
    }

    @Test
    void replyMayBeReadByThatOrigin() {
        TestUser user = newUser();
        AdminHttp admin = realm().newAdmin("manage-users").http();

        HttpReply expected = admin.put(user.totp().path(TotpEndpoints.BESIDE), Json.object("type", "password", "value", "new"), "Origin", Cors.ORIGIN);
        assertEquals(Cors.ORIGIN, expected.header("Access-Control-Allow-Origin").orElseThrow());
        List<HttpReply> replies = List.of(
                admin.put(user.totp().path(TotpEndpoints.CREATE), "{}", "Origin", Cors.ORIGIN),
                admin.put(user.totp().path(TotpEndpoints.VERIFY), Json.object("code", "123456"), "Origin", Cors.ORIGIN),
                admin.put(user.totp().path(TotpEndpoints.CREATE), "{}", "Origin", Cors.ORIGIN), // refused
                admin.put(user.totp().path(TotpEndpoints.REMOVE), "{}", "Origin", Cors.ORIGIN));

        assertEquals(List.of(200, 200, 400, 204), replies.stream().map(HttpReply::status).toList());
        replies.forEach(reply -> assertEquals(Cors.headers(expected), Cors.headers(reply)));
    }

    @Test
    void replyMayNotBeReadByAnother() {
        TestUser user = newUser();
        AdminHttp admin = realm().newAdmin("manage-users").http();

        HttpReply expected = admin.put(user.totp().path(TotpEndpoints.BESIDE), Json.object("type", "password", "value", "new"), "Origin", Cors.EVIL_ORIGIN);
        HttpReply reply = admin.put(user.totp().path(TotpEndpoints.CREATE), "{}", "Origin", Cors.EVIL_ORIGIN);

        assertFalse(reply.header("Access-Control-Allow-Origin").isPresent(), () -> reply.response().headers().toString());
        assertEquals(Cors.headers(expected), Cors.headers(reply));
    }

    private HttpReply preflight(String path) {
        return Cors.preflight(realm().http().uri(path), "PUT");
    }
}
