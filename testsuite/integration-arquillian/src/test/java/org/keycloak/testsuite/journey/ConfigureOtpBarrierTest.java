package org.keycloak.testsuite.journey;

import java.util.List;

import org.keycloak.testsuite.browser.AbstractBrowserTest;
import org.keycloak.testsuite.fixture.Flows;
import org.keycloak.testsuite.fixture.Json;
import org.keycloak.testsuite.fixture.TestRealm;
import org.keycloak.testsuite.fixture.TestUser;
import org.keycloak.testsuite.pages.OtpChoice;
import org.keycloak.testsuite.pages.PageWait;
import org.keycloak.testsuite.totp.Authenticator;
import org.keycloak.testsuite.totp.Base32;

import org.jboss.arquillian.graphene.page.Page;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Configure OTP is a default action of the realm. Which users are stopped between password and application, and which aren't.
 */
class ConfigureOtpBarrierTest extends AbstractBrowserTest {

    @Page
    private OtpChoice choice;

    @Override
    protected TestRealm newRealm() {
        TestRealm created = TestRealm.create(server());
        new Flows(created).setDefaultAction(true);
        return created;
    }

    @Test
    void newUserScansTheQrCodeAndIsAskedForCodesFromThenOn() {
        TestUser user = newUser();
        enterPassword(user);
        Authenticator authenticator = setUpAndGetIn(user);

        logOut(realm());
        openApplication(realm());
        loginPage.login(user.name(), user.password());
        assertInWithACode(user, authenticator);
    }

    @Test
    void newUserTypesTheSecretAndIsAskedForCodesFromThenOn() {
        TestUser user = newUser();
        enterPassword(user);
        assertStopped();

        Authenticator authenticator = Authenticator.of(Base32.decode(configureOtpPage.secretToType()));
        configureOtpPage.save(authenticator.wrongCode(), "typed");
        assertStopped();
        configureOtpPage.save(authenticator.code(), "");
        assertIn(user);

        enterPassword(user);
        assertInWithACode(user, authenticator);
    }

    @Test
    void nobodyPassesByComingAgain() {
        TestUser user = newUser();
        enterPassword(user);
        assertStopped();

        openApplication(realm());

        assertNotIn();
        assertTrue(loginPage.isOpen(), browser::getPageSource);
    }

    /** Only new users get a default action. */
    @Test
    void userFromBeforeIsStoppedOnceTheActionIsPutOn() {
        TestUser user = newUserFromBefore();
        enterPassword(user);
        assertIn(user);

        user.setRequiredActions(Flows.CONFIGURE_TOTP);

        enterPassword(user);
        setUpAndGetIn(user);
        assertEquals(List.of(), user.requiredActions());
    }

    @Test
    void createTotpTakesTheActionOff() {
        TestUser user = newUser();
        assertEquals(List.of(Flows.CONFIGURE_TOTP), user.requiredActions());

        Authenticator authenticator = user.newTotp("{}");

        assertEquals(List.of(), user.requiredActions());
        enterPassword(user);
        assertInWithACode(user, authenticator);
    }

    @Test
    void userEnrolledBeforeTheDefaultIsNotStopped() {
        new Flows(realm()).setDefaultAction(false);
        TestUser user = newUser();
        Authenticator authenticator = user.newTotp("{}");
        new Flows(realm()).setDefaultAction(true);

        enterPassword(user);

        assertInWithACode(user, authenticator);
    }

    /** All users must have an OTP, and this user has one. */
    @Test
    void userEnrolledBeforeTheActionWasPutOnIsNotStopped() {
        TestUser user = newUser();
        Authenticator authenticator = user.newTotp("{}");

        user.setRequiredActions(Flows.CONFIGURE_TOTP);

        enterPassword(user);
        assertInWithACode(user, authenticator);
        assertEquals(List.of(), user.requiredActions());
    }

    /** A direct grant has no page where the user could set it up. Keycloak refuses it while an action is pending, whichever action. */
    @Test
    void theirDirectGrantWaitsForALoginInTheBrowser() {
        TestUser user = newUser();
        Authenticator authenticator = user.newTotp("{}");
        user.setRequiredActions(Flows.CONFIGURE_TOTP);
        assertEquals("Account is not fully set up", user.login(authenticator.code()).field("error_description"));

        enterPassword(user);
        assertInWithACode(user, authenticator);
        assertEquals(List.of(), user.requiredActions());
    }

    /** The page and the login are from before the enrolment. The login asked for no code. */
    @Test
    void pageFromBeforeTheEnrolmentIsRefused() {
        TestUser user = newUser();
        enterPassword(user);
        assertStopped();
        Authenticator own = Authenticator.scan(configureOtpPage.keyUri());
        Authenticator authenticator = user.newTotp(Json.object("userLabel", "handed out"));

        configureOtpPage.save(own.code(), "own");

        assertRefusedToTheApplication();
        assertEquals(List.of("handed out"), user.otpLabels());
        enterPassword(user);
        assertInWithACode(user, authenticator);
    }

    @Test
    void loginFromBeforeTheEnrolmentDoesNotGoOn() {
        TestUser user = newUser();
        enterPassword(user);
        assertStopped();
        Authenticator authenticator = user.newTotp("{}");

        browser.navigate().refresh();

        assertRefusedToTheApplication();
        enterPassword(user);
        assertInWithACode(user, authenticator);
    }

    /** An action that the user or an application asks for is no barrier. */
    @Test
    void whoAsksForAnotherAuthenticatorStillGetsThePage() {
        TestUser user = newUser();
        Authenticator authenticator = user.newTotp("{}");
        user.setRequiredActions(Flows.CONFIGURE_TOTP);

        forgetCookies(realm());
        beginOtpSetup(realm());
        loginPage.login(user.name(), user.password());

        assertTrue(otpPage.isOpen(), browser::getPageSource);
        otpPage.enter(authenticator.code());
        assertStopped();
    }

    /** If the action isn't for all users, the administrator means this user. Keycloak asks for another authenticator, as without us. */
    @Test
    void whereTheActionIsNoDefaultItAsksForAnotherAuthenticator() {
        TestUser user = newUserFromBefore();
        Authenticator authenticator = user.newTotp(Json.object("userLabel", "handed out"));
        new Flows(realm()).setDefaultAction(false);
        try {
            user.setRequiredActions(Flows.CONFIGURE_TOTP);

            enterPassword(user);
            assertTrue(otpPage.isOpen(), browser::getPageSource);
            otpPage.enter(authenticator.code());
            assertStopped();
            Authenticator another = Authenticator.scan(configureOtpPage.keyUri());
            configureOtpPage.save(another.code(), "another");
            assertIn(user);
            assertEquals(List.of(), user.requiredActions());

            enterPassword(user);
            assertEquals(List.of("handed out", "another"), choice.labels());
            choice.choose("another");
            assertInWithACode(user, another);
        } finally {
            new Flows(realm()).setDefaultAction(true);
        }
    }

    @Test
    void removedTotpAndTheActionLeadToTheSetupPageAgain() {
        TestUser user = newUser();
        user.newTotp("{}");
        assertEquals(204, user.totp().remove().status());
        enterPassword(user);
        assertIn(user);

        user.setRequiredActions(Flows.CONFIGURE_TOTP);

        enterPassword(user);
        assertFalse(otpPage.isOpen(), browser::getPageSource);
        assertStopped();
    }

    private TestUser newUserFromBefore() {
        new Flows(realm()).setDefaultAction(false);
        TestUser user = newUser();
        new Flows(realm()).setDefaultAction(true);
        return user;
    }

    private void assertRefusedToTheApplication() {
        PageWait.until(browser, it -> it.getCurrentUrl().contains("error=access_denied"));
    }

    private void assertStopped() {
        assertTrue(configureOtpPage.isOpen(), browser::getPageSource);
        assertNotIn();
    }
}
