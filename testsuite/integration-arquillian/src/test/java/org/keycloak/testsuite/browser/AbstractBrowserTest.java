package org.keycloak.testsuite.browser;

import java.io.IOException;

import org.keycloak.testsuite.fixture.AbstractTotpTest;
import org.keycloak.testsuite.fixture.TestUser;
import org.keycloak.testsuite.pages.LoginPage;
import org.keycloak.testsuite.pages.OtpPage;
import org.keycloak.testsuite.pages.PageWait;

import org.jboss.arquillian.drone.api.annotation.Drone;
import org.jboss.arquillian.graphene.page.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.openqa.selenium.WebDriver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
/**
 * A test class whose users log in to an application with a browser.
 */
public abstract class AbstractBrowserTest extends AbstractTotpTest {

    @Drone
    protected WebDriver browser;

    @Page
    private LoginPage loginPage;

    @Page
    protected OtpPage otpPage;

    private ClientApplication application;

    @BeforeAll
    void startApplication() throws IOException {
        application = new ClientApplication();
    }

    @AfterAll
    void stopApplication() {
        application.close();
    }

    /** As in a browser that was just opened: without cookies, which only a page of the realm that leads nowhere else can take away. */
    protected void enterPassword(TestUser user) {
        browser.get(user.realm().url() + "/realms/" + user.realm().name() + "/protocol/openid-connect/login-status-iframe.html");
        browser.manage().deleteAllCookies();
        browser.get(application.loginUrl(user.realm()));
        loginPage.login(user.name(), user.password());
    }

    protected void assertNotIn() {
        assertFalse(browser.getCurrentUrl().startsWith(application.url()), browser::getCurrentUrl);
    }

    /** Come back to the application, with what gets it a token for that user. */
    protected void assertIn(TestUser user) {
        PageWait.until(browser, it -> it.getCurrentUrl().startsWith(application.url()));
        assertEquals(user.name(), application.userName(user.realm(), browser.getCurrentUrl()));
    }
}
