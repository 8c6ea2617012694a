package org.keycloak.testsuite.types;

import org.keycloak.testsuite.fixture.AbstractTotpTest;
import org.keycloak.testsuite.fixture.Cors;
import org.keycloak.testsuite.fixture.HttpReply;
import org.keycloak.testsuite.fixture.TestUser;
import org.keycloak.testsuite.fixture.TotpEndpoints;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Preflights of browsers are answered as Keycloak's endpoint beside answers them.
 */
class CredentialTypesCorsTest extends AbstractTotpTest {

    @ParameterizedTest
    @CsvSource({"credential-types, GET", "credential-types/otp, POST", "credential-types/badge, POST", "credential-types/no-such-type, POST"})
    void preflightIsAnswered(String path, String method) {
        TestUser user = newUser();

        HttpReply expected = preflight(user, TotpEndpoints.BESIDE, method);
        HttpReply reply = preflight(user, path, method);

        assertEquals(200, reply.status(), reply::toString);
        assertEquals(expected.status(), reply.status());
        assertEquals(Cors.ORIGIN, reply.header("Access-Control-Allow-Origin").orElseThrow());
        assertTrue(reply.header("Access-Control-Allow-Methods").orElseThrow().contains(method), () -> reply.response().headers().toString());
        assertEquals(Cors.headers(expected), Cors.headers(reply));
    }

    private static HttpReply preflight(TestUser user, String path, String method) {
        return Cors.preflight(user.realm().http().uri(user.totp().path(path)), method);
    }
}
