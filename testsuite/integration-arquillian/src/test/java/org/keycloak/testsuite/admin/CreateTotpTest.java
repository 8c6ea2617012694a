package org.keycloak.testsuite.admin;

import org.keycloak.testsuite.fixture.AbstractTotpTest;
import org.keycloak.testsuite.fixture.HttpReply;
import org.keycloak.testsuite.fixture.TestUser;
import org.keycloak.testsuite.totp.Authenticator;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.keycloak.testsuite.fixture.Logins.assertGranted;
import static org.keycloak.testsuite.fixture.Logins.assertRefused;

/**
 * The first path: an administrator gives a user a TOTP, and the user logs in with it.
 */
class CreateTotpTest extends AbstractTotpTest {

    @Test
    void passwordAloneIsNotEnoughAnyMore() {
        TestUser user = newUser();
        assertGranted(user.login());

        HttpReply reply = user.totp().create();

        assertEquals(200, reply.status(), reply::toString);
        assertRefused(user.login());
        assertGranted(user.login(Authenticator.scan(reply.field("keyUri")).code()));
    }
}
