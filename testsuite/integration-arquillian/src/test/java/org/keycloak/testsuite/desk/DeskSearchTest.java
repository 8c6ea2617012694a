package org.keycloak.testsuite.desk;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * Finding a user.
 */
class DeskSearchTest extends AbstractDeskTest {

    @Override
    DeskRealm newCompany() {
        DeskRealm company = super.newCompany();
        company.newUser("Uma", "Underwood");
        company.newUser("Ben", "Brown");
        return company;
    }

    @Test
    void findsByName() {
        DeskSearchPage search = DeskSearchPage.open(browser, desk());

        search.find("uma");

        search.awaitNames("uma");
    }

    @Test
    void findsByMailAddressByKeyboardAlone() {
        DeskSearchPage search = DeskSearchPage.open(browser, desk());

        search.findByKeyboard("ben.brown@");
        search.awaitNames("ben");
        DeskUserPage user = search.chooseByKeyboard("ben");

        user.page().awaitText("ben.brown@example.com");
    }

    @Test
    void backButtonLeadsToWhatWasFound() {
        DeskSearchPage search = DeskSearchPage.open(browser, desk());
        search.find("u");
        search.awaitNames("uma");
        search.choose("uma").page().awaitText("uma.underwood@example.com");

        browser.navigate().back();

        search.awaitNames("uma");
        assertEquals("u", search.search());
        browser.navigate().back();
        search.awaitNames();
        assertEquals(List.of(), search.names());
    }

    @Test
    void isAccessible() {
        DeskSearchPage.open(browser, desk());

        Axe.assertFindsNothing(browser);
    }
}
