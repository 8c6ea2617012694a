package org.keycloak.testsuite.admin;

import java.util.List;
import java.util.Set;

import org.keycloak.testsuite.fixture.AbstractTotpTest;
import org.keycloak.testsuite.fixture.HttpReply;
import org.keycloak.testsuite.fixture.Json;
import org.keycloak.testsuite.fixture.OtpCredentials;
import org.keycloak.testsuite.fixture.TestUser;
import org.keycloak.testsuite.totp.Authenticator;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.keycloak.testsuite.fixture.Logins.assertGranted;
import static org.keycloak.testsuite.fixture.Logins.assertRefused;
import static org.keycloak.testsuite.fixture.Refusals.assertUserHasTotp;

/**
 * A user who has an authenticator already.
 */
class SecondTotpTest extends AbstractTotpTest {

    private static final String REPLACE = Json.object("replaceExisting", true);

    @Test
    void secondCreateIsRefusedAndTheFirstStillWorks() {
        TestUser user = newUser();
        Authenticator first = user.newTotp("{}");

        assertUserHasTotp(user.totp().create());
        assertUserHasTotp(user.totp().create(Json.object("replaceExisting", false, "userLabel", "second")));

        assertEquals(1, user.otpCredentials().size());
        assertGranted(user.login(first.code()));
    }

    @Test
    void hotpIsAnAuthenticatorToo() {
        TestUser user = userWithHotp();

        assertUserHasTotp(user.totp().create());

        assertEquals("old token", user.otpCredentials().get(0).getUserLabel());
    }

    @Test
    void replacingSwapsTheAuthenticators() {
        TestUser user = newUser();
        Authenticator first = user.newTotp("{}");

        Authenticator second = user.newTotp(REPLACE);

        assertEquals(1, user.otpCredentials().size());
        assertRefused(user.login(first.code()));
        assertGranted(user.login(second.code()));
    }

    @Test
    void replacingCanBeRepeated() {
        TestUser user = newUser();
        user.newTotp(REPLACE);
        user.newTotp(REPLACE);

        Authenticator last = user.newTotp(REPLACE);

        assertEquals(1, user.otpCredentials().size());
        assertGranted(user.login(last.code()));
    }

    @Test
    void replacingTakesHotpAway() {
        TestUser user = userWithHotp();

        Authenticator authenticator = user.newTotp(REPLACE);

        assertEquals(1, user.otpCredentials().size());
        assertGranted(user.login(authenticator.code()));
    }

    @Test
    void replacingTakesAllAway() {
        TestUser user = realm().newUser(OtpCredentials.totp("phone", "12345678901234567890"), OtpCredentials.totp("tablet", "abcdefghijklmnopqrst"));
        assertEquals(2, user.otpCredentials().size());

        Authenticator authenticator = user.newTotp(REPLACE);

        assertEquals(1, user.otpCredentials().size());
        assertGranted(user.login(authenticator.code()));
    }

    @Test
    void replacingFreesTheLabel() {
        TestUser user = newUser();
        user.newTotp(Json.object("userLabel", "phone"));

        Authenticator second = user.newTotp(Json.object("userLabel", "phone", "replaceExisting", true));

        assertEquals(List.of("phone"), user.otpLabels());
        assertGranted(user.login(second.code()));
    }

    @Test
    void replacingWithSomethingInvalidLeavesTheFirst() {
        TestUser user = newUser();
        Authenticator first = user.newTotp("{}");

        HttpReply reply = user.totp().create(Json.object("replaceExisting", true, "digits", 7));

        assertEquals(400, reply.status(), reply::toString);
        assertGranted(user.login(first.code()));
    }

    /** That the picture can't be drawn is known before anything is removed. */
    @Test
    void replacingWithATooSmallPictureLeavesTheFirst() {
        TestUser user = newUser();
        Authenticator first = user.newTotp("{}");

        HttpReply reply = user.totp().create(Json.object("replaceExisting", true, "issuer", "ü".repeat(200), "qrSize", 100));

        assertEquals(400, reply.status(), reply::toString);
        assertEquals(1, user.otpCredentials().size());
        assertGranted(user.login(first.code()));
    }

    /** An id that can be computed could be taken before. A client that still has the id of a removed device must not get another device. */
    @Test
    void idsAreNeverUsedTwice() {
        TestUser user = newUser();

        String first = user.totp().create().field("id");
        String second = user.totp().create(REPLACE).field("id");

        assertEquals(404, realm().http().delete(user.totp().path("credentials/" + first)).status());
        assertEquals(List.of(second), user.otpIds());
        user.totp().remove();
        String third = user.totp().create().field("id");
        assertEquals(3, Set.of(first, second, third).size());
    }

    @Test
    void replacingNothingCreates() {
        TestUser user = newUser();

        assertGranted(user.login(user.newTotp(REPLACE).code()));
    }

    private TestUser userWithHotp() {
        TestUser user = realm().newUser(OtpCredentials.hotp("old token", "12345678901234567890"));
        assertTrue(user.otpCredentials().get(0).getCredentialData().contains("hotp"));
        return user;
    }
}
