package org.keycloak.testsuite.account;

import org.keycloak.testsuite.fixture.AbstractTotpTest;
import org.keycloak.testsuite.fixture.HttpReply;
import org.keycloak.testsuite.fixture.OwnTotpEndpoints;
import org.keycloak.testsuite.totp.Authenticator;

import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * A test class whose users give themselves a TOTP.
 */
abstract class AbstractOwnTotpTest extends AbstractTotpTest {

    static final String INVALID_CODE = "Invalid code.";
    static final String TOO_MANY = "Too many invalid codes. Try again later.";
    static final String NONE_PENDING = "No TOTP is pending. Generate one first.";

    static Authenticator generated(HttpReply reply) {
        assertEquals(200, reply.status(), reply::toString);
        return Authenticator.scan(reply.field("keyUri"));
    }

    static Authenticator generate(OwnTotpEndpoints own) {
        return generated(own.generate());
    }

    static void assertConfirmed(HttpReply reply) {
        assertEquals(201, reply.status(), reply::toString);
    }

    static void assertRefused(String message, HttpReply reply) {
        assertEquals(400, reply.status(), reply::toString);
        assertEquals(message, reply.errorMessage());
    }
}
