package org.keycloak.testsuite.desk;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.representations.idm.UserRepresentation;
import org.keycloak.testsuite.fixture.ManagementRoles;
import org.keycloak.testsuite.fixture.TestUser;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chromium.HasCdp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * The page speaks the language of whoever is logged in, and the realm's languages can be chosen.
 */
class DeskLanguageTest extends AbstractDeskTest {

    private static final By CHOICE = By.id("locale");

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

    @Test
    void realmWithoutLanguagesGetsTheFirstThatThePageHas() {
        speakLanguages(false);
        prefer("pl,de-AT");
        try {
            forgetCookies(realm());

            DeskPage page = DeskPage.open(browser, desk(), "");

            page.awaitText("Einen Benutzer suchen");
            assertEquals("de", html().getDomAttribute("lang"));
            page.screen().awaitNone(CHOICE);
        } finally {
            prefer("en");
            speakLanguages(true);
            forgetCookies(realm());
        }
    }

    /** Keycloak takes any tag. A browser doesn't. */
    @Test
    void languageThatNoBrowserKnowsIsNotInTheWay() {
        RealmRepresentation representation = realm().resource().toRepresentation();
        Set<String> before = representation.getSupportedLocales();
        representation.setSupportedLocales(Set.of("en", "de", "de-x-du", "x-foo", "en-u-ca", "zh-min", "i-default", "e"));
        realm().resource().update(representation);
        try {
            DeskPage page = DeskPage.open(browser, desk(), "");

            page.awaitText("Find a user");
            assertEquals(List.of("Deutsch", "Deutsch (de-x-du)"), browser.findElements(By.cssSelector("#locale option[value^=de]")).stream().map(WebElement::getText).toList());
            assertEquals(6, browser.findElements(By.cssSelector("#locale option")).size());
        } finally {
            representation.setSupportedLocales(before);
            realm().resource().update(representation);
        }
    }

    private void speakLanguages(boolean enabled) {
        RealmRepresentation representation = realm().resource().toRepresentation();
        representation.setInternationalizationEnabled(enabled);
        realm().resource().update(representation);
    }

    /** As users set it in the browser. */
    private void prefer(String languages) {
        ((HasCdp) browser).executeCdpCommand("Emulation.setUserAgentOverride",
                Map.of("userAgent", ((JavascriptExecutor) browser).executeScript("return navigator.userAgent"), "acceptLanguage", languages));
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
