package org.keycloak.testsuite.browser;

import java.io.IOException;

import org.keycloak.testsuite.fixture.AbstractTotpTest;
import org.keycloak.testsuite.fixture.HttpReply;
import org.keycloak.testsuite.fixture.TestRealm;
import org.keycloak.testsuite.fixture.TestUser;
import org.keycloak.testsuite.pages.ConfigureOtpPage;
import org.keycloak.testsuite.pages.LoginPage;
import org.keycloak.testsuite.pages.LogoutPage;
import org.keycloak.testsuite.pages.OtpPage;
import org.keycloak.testsuite.pages.PageWait;
import org.keycloak.testsuite.totp.Authenticator;

import org.jboss.arquillian.drone.api.annotation.Drone;
import org.jboss.arquillian.graphene.page.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.openqa.selenium.WebDriver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * A test class whose users log in to an application with a browser.
 */
public abstract class AbstractBrowserTest extends AbstractTotpTest {

    @Drone
    protected WebDriver browser;

    @Page
    protected LoginPage loginPage;

    @Page
    protected OtpPage otpPage;

    @Page
    protected ConfigureOtpPage configureOtpPage;

    @Page
    private LogoutPage logoutPage;

    private ClientApplication application;

    @BeforeAll
    void startApplication() throws IOException {
        application = new ClientApplication();
    }

    @AfterAll
    void stopApplication() {
        application.close();
    }

    protected void enterPassword(TestUser user) {
        openLoginPage(user.realm());
        loginPage.login(user.name(), user.password());
    }

    /** As in a browser that was just opened. */
    protected void openLoginPage(TestRealm realm) {
        forgetCookies(realm);
        openApplication(realm);
    }

    /** Cookies can be deleted only on a page of the realm. This page doesn't lead to another one. */
    protected void forgetCookies(TestRealm realm) {
        browser.get(realm.url() + "/realms/" + realm.name() + "/protocol/openid-connect/login-status-iframe.html");
        browser.manage().deleteAllCookies();
    }

    /** In the browser as it is: a user with a session is in at once. */
    protected void openApplication(TestRealm realm) {
        browser.get(application.loginUrl(realm));
    }

    /**
     * @param more parameters of the login
     */
    protected void openApplication(TestRealm realm, String client, String more) {
        browser.get(application.loginUrl(realm, client) + more);
    }

    /** The application asks for the setup, as the account console does if a user wants another authenticator. */
    protected void beginOtpSetup(TestRealm realm) {
        beginOtpSetup(realm, TestRealm.CLIENT);
    }

    protected void beginOtpSetup(TestRealm realm, String client) {
        openApplication(realm, client, "&kc_action=CONFIGURE_TOTP");
    }

    /** As an application ends a session without an ID token. */
    protected void logOut(TestRealm realm) {
        browser.get(realm.url() + "/realms/" + realm.name() + "/protocol/openid-connect/logout");
        logoutPage.confirm();
    }

    protected void assertNotIn() {
        assertFalse(browser.getCurrentUrl().startsWith(application.url()), browser::getCurrentUrl);
    }

    /** The browser is back at the application, which can get a token for that user. */
    protected void assertIn(TestUser user) {
        PageWait.until(browser, it -> it.getCurrentUrl().startsWith(application.url()));
        assertEquals(user.name(), application.userName(user.realm(), browser.getCurrentUrl()));
    }

    /** The tokens that the application gets. */
    protected HttpReply tokens(TestRealm realm, String client) {
        PageWait.until(browser, it -> it.getCurrentUrl().startsWith(application.url()));
        HttpReply tokens = application.tokens(realm, client, browser.getCurrentUrl());
        assertEquals(200, tokens.status(), tokens::toString);
        return tokens;
    }

    /** The user is stopped at the setup page, sets an authenticator up and is in. */
    protected Authenticator setUpAndGetIn(TestUser user) {
        assertTrue(configureOtpPage.isOpen(), browser::getPageSource);
        assertNotIn();
        Authenticator authenticator = Authenticator.scan(configureOtpPage.keyUri());
        configureOtpPage.save(authenticator.code());
        assertIn(user);
        return authenticator;
    }

    /** The password was right. Now a code is asked for, and nothing after it. */
    protected void assertInWithACode(TestUser user, Authenticator authenticator) {
        assertTrue(otpPage.isOpen(), browser::getPageSource);
        assertNotIn();
        otpPage.enter(authenticator.code());
        assertIn(user);
    }
}
