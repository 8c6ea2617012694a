package org.keycloak.testsuite.account;

import java.util.List;
import java.util.Map;

import org.keycloak.testsuite.fixture.AdminHttp;
import org.keycloak.testsuite.fixture.Cors;
import org.keycloak.testsuite.fixture.HttpReply;
import org.keycloak.testsuite.fixture.Json;
import org.keycloak.testsuite.fixture.OwnTotpEndpoints;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

/**
 * Calls from an application in a browser are answered as Keycloak's account API answers them.
 */
class OwnTotpCorsTest extends AbstractOwnTotpTest {

    @ParameterizedTest
    @ValueSource(strings = {OwnTotpEndpoints.GENERATE, OwnTotpEndpoints.CONFIRM})
    void preflightIsAnswered(String path) {
        HttpReply expected = preflight(OwnTotpEndpoints.BESIDE);
        HttpReply reply = preflight(path);

        assertEquals(200, reply.status(), reply::toString);
        assertEquals(Cors.ORIGIN, reply.header("Access-Control-Allow-Origin").orElseThrow());
        assertEquals(Cors.headers(expected), Cors.headers(reply));
    }

    @Test
    void replyMayBeReadByThatOrigin() {
        OwnTotpEndpoints own = OwnTotpEndpoints.of(newUser());
        Map<String, List<String>> expected = Cors.headers(own.send("GET", OwnTotpEndpoints.BESIDE, null, "Accept", AdminHttp.JSON, "Origin", Cors.ORIGIN));
        assertEquals(List.of(Cors.ORIGIN), expected.get("access-control-allow-origin"));

        HttpReply generated = own.post(OwnTotpEndpoints.GENERATE, "{}", "Origin", Cors.ORIGIN);
        HttpReply refused = own.post(OwnTotpEndpoints.CONFIRM, "{}", "Origin", Cors.ORIGIN);
        HttpReply confirmed = own.post(OwnTotpEndpoints.CONFIRM, Json.object("code", generated(generated).code()), "Origin", Cors.ORIGIN);

        assertEquals(List.of(200, 400, 201), List.of(generated.status(), refused.status(), confirmed.status()));
        List.of(generated, refused, confirmed).forEach(reply -> assertEquals(expected, Cors.headers(reply)));
    }

    /** Keycloak 26.4 replies without the headers. Later versions refuse. */
    @Test
    void replyMayNotBeReadByAnother() {
        OwnTotpEndpoints own = OwnTotpEndpoints.of(newUser());

        HttpReply expected = own.send("GET", OwnTotpEndpoints.BESIDE, null, "Accept", AdminHttp.JSON, "Origin", Cors.EVIL_ORIGIN);
        HttpReply reply = own.post(OwnTotpEndpoints.GENERATE, "{}", "Origin", Cors.EVIL_ORIGIN);

        assertEquals(expected.status(), reply.status(), reply::toString);
        assertFalse(reply.header("Access-Control-Allow-Origin").isPresent());
        assertEquals(Cors.headers(expected), Cors.headers(reply));
    }

    private HttpReply preflight(String path) {
        return Cors.preflight(OwnTotpEndpoints.withToken(realm(), null).uri(path), "POST");
    }
}
