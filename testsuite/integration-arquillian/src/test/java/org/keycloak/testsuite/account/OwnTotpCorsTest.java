package org.keycloak.testsuite.account;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.keycloak.testsuite.fixture.AdminHttp;
import org.keycloak.testsuite.fixture.HttpReply;
import org.keycloak.testsuite.fixture.Json;
import org.keycloak.testsuite.fixture.OwnTotpEndpoints;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

/**
 * Calls from an application in a browser: as for the account API beside.
 */
class OwnTotpCorsTest extends AbstractOwnTotpTest {

    /** That of the client which issues the tokens. */
    private static final String ORIGIN = "https://console.example";

    @ParameterizedTest
    @ValueSource(strings = {OwnTotpEndpoints.GENERATE, OwnTotpEndpoints.CONFIRM})
    void preflightIsAnswered(String path) {
        HttpReply expected = preflight(OwnTotpEndpoints.BESIDE);
        HttpReply reply = preflight(path);

        assertEquals(200, reply.status(), reply::toString);
        assertEquals(ORIGIN, reply.header("Access-Control-Allow-Origin").orElseThrow());
        assertEquals(cors(expected), cors(reply));
    }

    @Test
    void replyMayBeReadByThatOrigin() {
        OwnTotpEndpoints own = OwnTotpEndpoints.of(newUser());
        Map<String, List<String>> expected = cors(own.send("GET", OwnTotpEndpoints.BESIDE, null, "Accept", AdminHttp.JSON, "Origin", ORIGIN));
        assertEquals(List.of(ORIGIN), expected.get("access-control-allow-origin"));

        HttpReply generated = own.post(OwnTotpEndpoints.GENERATE, "{}", "Origin", ORIGIN);
        HttpReply refused = own.post(OwnTotpEndpoints.CONFIRM, "{}", "Origin", ORIGIN);
        HttpReply confirmed = own.post(OwnTotpEndpoints.CONFIRM, Json.object("code", generated(generated).code()), "Origin", ORIGIN);

        assertEquals(List.of(200, 400, 201), List.of(generated.status(), refused.status(), confirmed.status()));
        List.of(generated, refused, confirmed).forEach(reply -> assertEquals(expected, cors(reply)));
    }

    /** Keycloak 26.4 gives the reply without the headers, later ones refuse. */
    @Test
    void replyMayNotBeReadByAnother() {
        OwnTotpEndpoints own = OwnTotpEndpoints.of(newUser());

        HttpReply expected = own.send("GET", OwnTotpEndpoints.BESIDE, null, "Accept", AdminHttp.JSON, "Origin", "https://evil.example");
        HttpReply reply = own.post(OwnTotpEndpoints.GENERATE, "{}", "Origin", "https://evil.example");

        assertEquals(expected.status(), reply.status(), reply::toString);
        assertFalse(reply.header("Access-Control-Allow-Origin").isPresent());
        assertEquals(cors(expected), cors(reply));
    }

    private HttpReply preflight(String path) {
        return OwnTotpEndpoints.withToken(realm(), null).send("OPTIONS", path, null,
                "Origin", ORIGIN, "Access-Control-Request-Method", "POST", "Access-Control-Request-Headers", "authorization,content-type");
    }

    private static Map<String, List<String>> cors(HttpReply reply) {
        Map<String, List<String>> headers = new TreeMap<>();
        reply.response().headers().map().forEach((name, values) -> headers.put(name.toLowerCase(), values));
        headers.keySet().removeIf(name -> !name.startsWith("access-control-"));
        return headers;
    }
}
