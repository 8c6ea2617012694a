package org.keycloak.testsuite.types;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.keycloak.testsuite.fixture.AbstractTotpTest;
import org.keycloak.testsuite.fixture.AdminHttp;
import org.keycloak.testsuite.fixture.CredentialTypeEndpoints;
import org.keycloak.testsuite.fixture.HttpReply;
import org.keycloak.testsuite.fixture.TestUser;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Preflights of browsers, as for the endpoint beside.
 */
class CredentialTypesCorsTest extends AbstractTotpTest {

    private static final String ORIGIN = "https://console.example";

    @ParameterizedTest
    @CsvSource({"credential-types, GET", "credential-types/otp, POST", "credential-types/badge, POST", "credential-types/no-such-type, POST"})
    void preflightIsAnswered(String path, String method) {
        TestUser user = newUser();

        HttpReply expected = preflight(user, "reset-password", method);
        HttpReply reply = preflight(user, path, method);

        assertEquals(200, reply.status(), reply::toString);
        assertEquals(expected.status(), reply.status());
        assertEquals(ORIGIN, reply.header("Access-Control-Allow-Origin").orElseThrow());
        assertTrue(reply.header("Access-Control-Allow-Methods").orElseThrow().contains(method), () -> reply.response().headers().toString());
        assertEquals(cors(expected), cors(reply));
    }

    private static HttpReply preflight(TestUser user, String path, String method) {
        return new AdminHttp(user.realm().url(), null).send("OPTIONS", CredentialTypeEndpoints.of(user).user() + "/" + path, null,
                "Origin", ORIGIN, "Access-Control-Request-Method", method, "Access-Control-Request-Headers", "authorization,content-type");
    }

    private static Map<String, List<String>> cors(HttpReply reply) {
        Map<String, List<String>> headers = new TreeMap<>(reply.response().headers().map());
        headers.keySet().removeIf(name -> !name.toLowerCase().startsWith("access-control-"));
        return headers;
    }
}
