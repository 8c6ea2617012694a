package org.keycloak.testsuite.desk;

import java.util.List;

import org.keycloak.testsuite.fixture.ManyUsers;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * How a help desk finds a user.
 */
class DeskSearchTest extends AbstractDeskTest {

    private static final int PAGE = 20;

    @Override
    DeskRealm newCompany() {
        DeskRealm company = super.newCompany();
        company.newUser("Uma", "Underwood");
        DeskRealm.givePhoneInUse(company.newUser("Ben", "Brown"));
        ManyUsers.in(company.realm(), PAGE + 1, user -> user.setLastName("Clerk"));
        return company;
    }

    @Test
    void findsByName() {
        DeskSearchPage search = DeskSearchPage.open(browser, desk());

        search.find("underw");

        search.awaitNames("uma");
        String row = search.row("uma");
        assertTrue(row.contains("Uma Underwood") && row.contains("uma.underwood@example.com") && row.contains("None"), row);
    }

    @Test
    void findsByMailAddressByKeyboardAlone() {
        DeskSearchPage search = DeskSearchPage.open(browser, desk());

        search.findByKeyboard("ben.brown@");
        search.awaitNames("ben");
        assertTrue(search.row("ben").contains("In use"), search.row("ben"));
        DeskUserPage user = search.chooseByKeyboard("ben");

        assertEquals("Ben Brown", user.name());
        user.page().awaitText("ben.brown@example.com");
    }

    @Test
    void saysThatNobodyIsFound() {
        DeskSearchPage search = DeskSearchPage.open(browser, desk());

        search.find("zacharias");

        search.page().awaitText("Nobody was found for “zacharias”.");
    }

    @Test
    void leafsThroughPages() {
        DeskSearchPage search = DeskSearchPage.open(browser, desk()).find("clerk");
        search.page().screen().await("the first page", () -> search.names().size() == PAGE);
        assertFalse(search.page().offers("previous"));

        search.page().click("next");
        search.page().screen().await("the second page", () -> search.names().size() == 1);
        assertFalse(search.page().offers("next"));
        search.page().click("previous");

        search.page().screen().await("the first page", () -> search.names().size() == PAGE);
    }

    @Test
    void backButtonLeadsToWhatWasFound() {
        DeskSearchPage search = DeskSearchPage.open(browser, desk()).find("uma");
        search.awaitNames("uma");
        search.choose("uma");

        browser.navigate().back();
        search.awaitNames("uma");
        assertEquals("uma", search.text());
        browser.navigate().back();

        search.awaitNames();
        assertEquals(List.of(), search.names());
        assertEquals("", search.text());
    }
}
