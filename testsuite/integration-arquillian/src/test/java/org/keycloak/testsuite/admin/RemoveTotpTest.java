package org.keycloak.testsuite.admin;

import org.keycloak.testsuite.fixture.AbstractTotpTest;
import org.keycloak.testsuite.fixture.HttpReply;
import org.keycloak.testsuite.fixture.OtpCredentials;
import org.keycloak.testsuite.fixture.TestUser;
import org.keycloak.testsuite.totp.Authenticator;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.keycloak.testsuite.fixture.Logins.assertGranted;
import static org.keycloak.testsuite.fixture.Logins.assertRefused;

class RemoveTotpTest extends AbstractTotpTest {

    @Test
    void passwordAloneIsEnoughAgain() {
        TestUser user = newUser();
        user.newTotp("{}");
        assertRefused(user.login());

        assertRemoved(user.totp().remove());

        assertTrue(user.otpCredentials().isEmpty());
        assertGranted(user.login());
    }

    @Test
    void nothingToRemoveIsNoError() {
        TestUser user = newUser();

        assertRemoved(user.totp().remove());

        assertGranted(user.login());
    }

    @Test
    void hotpAndTotpAreBothRemoved() {
        TestUser user = realm().newUser(OtpCredentials.hotp("token", "12345678901234567890"), OtpCredentials.totp("phone", "abcdefghijklmnopqrst"));
        assertEquals(2, user.otpCredentials().size());

        assertRemoved(user.totp().remove());

        assertTrue(user.otpCredentials().isEmpty());
        assertGranted(user.login());
    }

    @Test
    void anotherCanBeCreatedAfterwards() {
        TestUser user = newUser();
        Authenticator first = user.newTotp("{}");
        assertRemoved(user.totp().remove());

        Authenticator second = user.newTotp("{}");

        assertRefused(user.login(first.code()));
        assertGranted(user.login(second.code()));
    }

    @Test
    void otherUsersKeepTheirs() {
        TestUser user = newUser();
        user.newTotp("{}");
        TestUser other = newUser();
        Authenticator theirs = other.newTotp("{}");

        assertRemoved(user.totp().remove());

        assertRefused(other.login());
        assertGranted(other.login(theirs.code()));
    }

    private static void assertRemoved(HttpReply reply) {
        assertEquals(204, reply.status(), reply::toString);
        assertEquals(0, reply.bytes().length);
    }
}
