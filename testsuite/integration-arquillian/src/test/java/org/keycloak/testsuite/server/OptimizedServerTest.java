package org.keycloak.testsuite.server;

import org.keycloak.testsuite.fixture.AbstractServerTest;
import org.keycloak.testsuite.fixture.ChangeUnderTest;
import org.keycloak.testsuite.fixture.Http;
import org.keycloak.testsuite.fixture.HttpReply;
import org.keycloak.testsuite.fixture.TestUser;
import org.keycloak.testsuite.fixture.TotpEndpoints;
import org.keycloak.testsuite.totp.Authenticator;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.TargetsContainer;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.keycloak.testsuite.fixture.Logins.assertGranted;
import static org.keycloak.testsuite.fixture.Logins.assertRefused;

/**
 * A server as it runs in production: built first, then started with {@code --optimized}, here with all of its URLs below {@code /auth}.
 */
class OptimizedServerTest extends AbstractServerTest {

    @Deployment(testable = false)
    @TargetsContainer("optimized")
    public static Archive<?> change() {
        return ChangeUnderTest.archive();
    }

    @Test
    void totpIsCreatedVerifiedAndRemoved() {
        assertTrue(server().url().getPath().startsWith("/auth"));
        TestUser user = newUser();

        Authenticator authenticator = user.newTotp("{}");

        assertRefused(user.login());
        assertGranted(user.login(authenticator.code()));
        HttpReply verified = user.totp().verifyCode(authenticator.code());
        assertTrue(verified.json().path("valid").booleanValue(), verified::toString);
        assertEquals(204, user.totp().remove().status());
        assertGranted(user.login());
    }

    @Test
    void rightsAreCheckedAsEverywhere() {
        TestUser user = newUser();

        assertEquals(403, user.totp().as(realm().newAdmin("view-users").http()).create().status());
    }

    @Test
    void nothingIsOutsideOfThePath() {
        TestUser user = newUser();

        HttpReply reply = Http.send("PUT", server().url().resolve("/admin/realms/" + user.totp().path(TotpEndpoints.CREATE)), null,
                "Authorization", "Bearer " + realm().http().token().get());

        assertEquals(404, reply.status(), reply::toString);
        assertTrue(user.otpCredentials().isEmpty());
    }
}
