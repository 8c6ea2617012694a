package org.keycloak.testsuite.desk;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

import org.keycloak.testsuite.arquillian.container.KeycloakServer;
import org.keycloak.testsuite.fixture.ManagementRoles;
import org.keycloak.testsuite.fixture.TestUser;
import org.keycloak.testsuite.totp.Authenticator;

import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.WebDriver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.keycloak.testsuite.fixture.Logins.assertGranted;

/**
 * What people do at the help desk on any day, from the login on: for servers that are set up in another way than most of the tests' are.
 */
public record DeskTour(WebDriver browser, KeycloakServer server) {

    private static final String REQUESTS = "return performance.getEntriesByType('resource').map(({ name }) => name)";

    /**
     * Fails if anything doesn't work, or if the browser complains.
     *
     * @param address where the browser finds the page, as {@link KeycloakServer#url()}
     * @return URLs of what the page asked for before and after it was loaded again
     */
    public List<String> take(URI address) {
        DeskRealm company = new DeskRealm(DeskRealm.create(server).realm().at(address));
        TestUser desk = company.newDesk("Ada", "Archer", ManagementRoles.MANAGE_OTP);
        TestUser user = company.newUser("Uma", "Underwood");

        DeskUserPage page = DeskSearchPage.open(browser, desk).find("under").choose("uma");
        Authenticator phone = page.create("Phone", false).scan();
        assertGranted(user.login(phone.code()));
        List<String> before = requests();
        browser.navigate().refresh();
        page.awaitFactor("Phone", "In use");
        page.page().screen().click(By.cssSelector("#locale option[value=de]"));
        page.page().awaitText("Zweite Faktoren");

        assertEquals(List.of(), BrowserLog.complaints(browser));
        return Stream.concat(before.stream(), requests().stream()).toList();
    }

    private List<String> requests() {
        return ((List<?>) ((JavascriptExecutor) browser).executeScript(REQUESTS)).stream().map(String.class::cast).toList();
    }
}
