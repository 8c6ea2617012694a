package org.keycloak.testsuite.browser;

import java.util.List;

import org.keycloak.testsuite.fixture.HttpReply;
import org.keycloak.testsuite.fixture.Json;
import org.keycloak.testsuite.fixture.TestUser;
import org.keycloak.testsuite.totp.Authenticator;
import org.keycloak.testsuite.totp.Base32;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.keycloak.testsuite.fixture.Logins.assertGranted;

/**
 * The authenticator that an administrator handed out, in the user's browser.
 */
class BrowserLoginTest extends AbstractBrowserTest {

    private static final String CONFIGURE_TOTP = "CONFIGURE_TOTP";

    @Test
    void userNameAndPasswordThenTheCodeThenIn() {
        TestUser user = newUser();
        Authenticator authenticator = user.newTotp(Json.object("userLabel", "phone"));

        enterPassword(user);
        assertTrue(otpPage.isOpen(), browser::getPageSource);
        assertNotIn();
        otpPage.enter(authenticator.code());

        assertIn(user);
    }

    @Test
    void otherParametersThanTheRealmsLogInToo() {
        TestUser user = newUser();
        Authenticator authenticator = user.newTotp(Json.object("algorithm", "SHA512", "digits", 8, "period", 60));

        enterPassword(user);
        otpPage.enter(authenticator.code());

        assertIn(user);
    }

    @Test
    void wrongCodeIsRefused() {
        TestUser user = newUser();
        Authenticator authenticator = user.newTotp("{}");

        enterPassword(user);
        otpPage.enter(authenticator.wrongCode());

        assertTrue(otpPage.isOpen(), browser::getPageSource);
        assertEquals("Invalid authenticator code.", otpPage.error());
        assertNotIn();
        otpPage.enter(authenticator.code());
        assertIn(user);
    }

    @Test
    void codeWorksOnce() {
        TestUser user = newUser();
        Authenticator authenticator = user.newTotp("{}");
        String code = authenticator.code();
        enterPassword(user);
        otpPage.enter(code);
        assertIn(user);

        enterPassword(user);
        otpPage.enter(code);

        assertTrue(otpPage.isOpen(), browser::getPageSource);
        assertNotIn();
        otpPage.enter(authenticator.code());
        assertIn(user);
    }

    @Test
    void setupThatWasPendingIsNotAskedForAnyMore() {
        TestUser user = realm().newUser(it -> it.setRequiredActions(List.of(CONFIGURE_TOTP)));
        Authenticator authenticator = user.newTotp("{}");
        assertFalse(user.requiredActions().contains(CONFIGURE_TOTP));

        enterPassword(user);
        assertFalse(configureOtpPage.isOpen(), browser::getPageSource);
        otpPage.enter(authenticator.code());

        assertIn(user);
    }

    @Test
    void otherRequiredActionsStay() {
        TestUser user = realm().newUser(it -> it.setRequiredActions(List.of(CONFIGURE_TOTP, "UPDATE_PASSWORD")));

        user.newTotp("{}");

        assertEquals(List.of("UPDATE_PASSWORD"), user.requiredActions());
    }

    @Test
    void authenticatorThatTheUserSetUpIsLeftAlone() {
        TestUser user = realm().newUser(it -> it.setRequiredActions(List.of(CONFIGURE_TOTP)));
        enterPassword(user);
        assertTrue(configureOtpPage.isOpen(), browser::getPageSource);
        Authenticator own = Authenticator.of(Base32.decode(configureOtpPage.secretToType()));
        configureOtpPage.save(own.code(), "my own");
        assertIn(user);

        HttpReply reply = user.totp().create();

        assertEquals(400, reply.status(), reply::toString);
        assertEquals("User already has totp. Remove first.", reply.errorMessage());
        assertEquals(List.of("my own"), user.otpLabels());
        assertGranted(user.login(own.code()));
    }

    @Test
    void authenticatorThatTheUserSetUpIsReplacedWhereAskedFor() {
        TestUser user = realm().newUser(it -> it.setRequiredActions(List.of(CONFIGURE_TOTP)));
        enterPassword(user);
        Authenticator own = Authenticator.of(Base32.decode(configureOtpPage.secretToType()));
        configureOtpPage.save(own.code(), "my own");
        assertIn(user);

        Authenticator authenticator = user.newTotp(Json.object("replaceExisting", true, "userLabel", "my own"));

        enterPassword(user);
        otpPage.enter(own.code());
        assertTrue(otpPage.isOpen(), browser::getPageSource);
        otpPage.enter(authenticator.code());
        assertIn(user);
    }
}
