package org.keycloak.testsuite.desk;

import org.keycloak.representations.idm.UserRepresentation;
import org.keycloak.testsuite.fixture.ManagementRoles;
import org.keycloak.testsuite.fixture.TestUser;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * The page speaks the language of whoever is logged in, and the realm's languages can be chosen.
 */
class DeskLanguageTest extends AbstractDeskTest {

    @Test
    void pageIsInTheLanguageOfWhoeverIsLoggedIn() {
        TestUser german = company().newDesk("Gerda", "Gross", ManagementRoles.MANAGE_OTP);
        setLocale(german, "de");
        TestUser user = company().newUser("Uma", "Underwood");
        DeskRealm.givePhoneInUse(user);
        forgetCookies(realm());

        DeskUserPage page = DeskUserPage.open(browser, german, user);

        page.page().awaitText("Zweite Faktoren");
        page.awaitFactor("Phone", "Erstellt");
        assertEquals("de", html().getDomAttribute("lang"));
        assertTrue(browser.getTitle().contains("Helpdesk"), browser.getTitle());
        forgetCookies(realm());
    }

    @Test
    void languageIsChosen() {
        DeskSearchPage search = DeskSearchPage.open(browser, desk());
        search.page().awaitText("Find a user");

        search.page().screen().click(By.cssSelector("#locale option[value=fr]"));

        search.page().awaitText("Chercher un utilisateur");
        assertEquals("fr", html().getDomAttribute("lang"));
        browser.navigate().refresh();
        search.page().awaitText("Chercher un utilisateur");
    }

    /** As users set it in their account. */
    private static void setLocale(TestUser user, String locale) {
        UserRepresentation representation = user.resource().toRepresentation();
        representation.singleAttribute("locale", locale);
        user.resource().update(representation);
    }

    private WebElement html() {
        return browser.findElement(By.tagName("html"));
    }
}
