package org.keycloak.testsuite.desk;

import java.util.List;

import org.keycloak.testsuite.fixture.ManyUsers;
import org.keycloak.testsuite.fixture.TestGroup;
import org.keycloak.testsuite.fixture.TestUser;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * The help desk goes on to somebody or something else before an answer is there. The answer changes nothing then.
 */
class DeskLateAnswersTest extends AbstractDeskTest {

    private static final int MORE_THAN_A_PAGE = 101;

    @Test
    void usersOfOneGroupAreNotTickedInAnother() {
        TestGroup staff = TestGroup.in(realm());
        ManyUsers.in(realm(), MORE_THAN_A_PAGE, user -> user.setGroups(List.of(staff.path())));
        TestGroup sales = TestGroup.in(realm(), company().newUser("Sam", "Smith"));
        DeskGroupPage page = DeskGroupPage.open(browser, desk(), staff);
        page.page().screen().await(DeskPage.action("tick-all"));
        HeldRequests reading = HeldRequests.hold(page.page(), "max=1000");
        page.page().click("tick-all");
        reading.await();

        page.show(sales);
        page.awaitMembers("sam");
        reading.goOn();

        assertTrue(page.page().text().contains("Ticked: 0"), page.page().text());
    }

    @Test
    void groupThatCouldNotBeReadIsNotInTheWayOfAnother() {
        TestGroup first = TestGroup.in(realm(), company().newUser("Tom", "Tate"));
        TestGroup second = TestGroup.in(realm(), company().newUser("Ted", "Todd"));
        DeskGroupPage page = DeskGroupPage.open(browser, desk(), first);
        page.awaitMembers("tom");
        HeldRequests reading = HeldRequests.hold(page.page(), second.path().substring(1));
        page.show(second);
        reading.await();

        page.show(first);
        page.awaitMembers("tom");
        reading.fail();

        page.awaitMembers("tom");
        assertEquals("", page.page().screen().text(DeskPage.NOTICE));
    }

    @Test
    void keyOfOneUserIsNotShownToAnother() {
        TestUser ann = company().newUser("Ann", "Twin");
        TestUser bob = company().newUser("Bob", "Twin");
        DeskSearchPage search = DeskSearchPage.open(browser, desk()).find("twin");
        search.choose("ann").page().click("back");
        DeskPage page = search.choose("bob").page();
        page.click("new");
        page.screen().await(DeskPage.action("create"));
        HeldRequests creating = HeldRequests.hold(page, "/create-totp");
        page.click("create");
        creating.await();

        ((JavascriptExecutor) browser).executeScript("history.go(-2)");
        page.screen().await("the other user", () -> page.text().contains("Ann Twin"));
        creating.goOn();

        assertFalse(page.screen().isThere(DeskNewSecret.TITLE), page.text());
        assertEquals(1, bob.otpIds().size());
        assertEquals(List.of(), ann.otpIds());
    }

    @Test
    void languageIsTheOneThatWasChosenLast() {
        DeskPage page = DeskPage.open(browser, desk(), "");
        page.awaitText("Find a user");
        HeldRequests german = HeldRequests.hold(page, "locale=de");
        page.screen().click(By.cssSelector("#locale option[value=de]"));
        german.await();

        page.screen().click(By.cssSelector("#locale option[value=fr]"));
        page.awaitText("Chercher un utilisateur");
        german.goOn();

        assertTrue(page.text().contains("Chercher un utilisateur"), page.text());
        assertTrue(browser.getCurrentUrl().contains("locale=fr"), browser.getCurrentUrl());
    }
}
