package org.keycloak.testsuite.desk;

import org.keycloak.testsuite.fixture.TestGroup;
import org.keycloak.testsuite.fixture.TestUser;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/**
 * Each screen is readable by everybody: with a screen reader, on a phone, in light and in dark. Their pictures are in {@code target}.
 */
class DeskScreensTest extends AbstractDeskTest {

    private DeskScreens screens;

    @Override
    DeskRealm newCompany() {
        DeskRealm company = super.newCompany();
        company.newUser("Uma", "Underwood");
        DeskRealm.givePhone(company.newUser("Ben", "Brown"));
        DeskRealm.givePhoneInUse(company.newUser("Cleo", "Clark"));
        return company;
    }

    @BeforeEach
    void openScreens() {
        screens = DeskScreens.of(browser);
    }

    @Test
    void search() {
        DeskSearchPage search = DeskSearchPage.open(browser, desk());
        screens.lookAt("search");
        search.find("example.com");
        search.page().screen().await("users", () -> search.names().size() >= 3);
        screens.lookAt("search-found");
        search.find("zacharias");
        search.page().awaitText("Nobody was found");
        screens.lookAt("search-nobody");
    }

    @Test
    void user() {
        TestUser user = company().newUser("Dora", "Dean");
        DeskUserPage page = open(user);
        page.awaitNoFactor();
        screens.lookAt("user-none");
        DeskRealm.giveLockedPhone(user);
        user.newRecoveryCodes("{}");
        user.setRequiredActions("UPDATE_PASSWORD");
        browser.navigate().refresh();
        page.page().awaitText("Locked after too many wrong codes");
        screens.lookAt("user-locked");
        page.check("123456");
        page.awaitResult("locked");
        page.page().click("remove");
        screens.lookAt("user-question");
        page.page().click("remove-no");
        page.page().click("unlock");
        page.page().awaitNotice("unlocked");
        screens.lookAt("user-unlocked");
        open(company().newUser("Edna", "Early", company().expiredPhone())).page().awaitText("Expired");
        screens.lookAt("user-expired");
        open(desk()).page().awaitText("You can look at this user");
        screens.lookAt("user-read-only");
    }

    @Test
    void newAuthenticator() {
        TestUser user = company().newUser("Finn", "Fisher");
        DeskUserPage page = open(user);
        page.page().click("new");
        page.page().screen().await(DeskPage.action("create"));
        screens.lookAt("new-form");
        page.page().click("cancel");
        DeskNewSecret created = page.create("Phone", false);
        page.awaitFactor("Phone", "Not used yet");
        screens.lookAt("new-shown");
        created.check(created.scan().code());
        created.awaitResult("The code is right");
        page.page().click("hide");
        screens.lookAt("new-hidden");
        page.page().click("close");
        page.page().click("new");
        page.page().screen().await(DeskUserPage.REPLACE);
        screens.lookAt("new-replaces");
    }

    @Test
    void lostPhone() {
        TestUser user = company().newUser("Gina", "Grant");
        DeskRealm.givePhoneInUse(user);
        DeskUserPage page = open(user);
        page.page().click("lost");
        page.page().screen().await(DeskPage.action("lost-codes"));
        screens.lookAt("lost");
        page.page().click("lost-codes");
        DeskNewSecret.of(page.page()).codes();
        screens.lookAt("lost-codes");
    }

    @Test
    void group() {
        TestGroup sales = TestGroup.named("sales", realm(), realm().existingUser("uma", ""), realm().existingUser("ben", ""), realm().existingUser("cleo", ""));
        DeskPage.open(browser, desk(), "?group=").screen().await(By.id("group"));
        screens.lookAt("group");
        DeskGroupPage page = DeskGroupPage.open(browser, desk(), sales);
        page.awaitMembers("ben", "uma");
        page.tickPage();
        page.page().screen().await(DeskPage.action("enrol"));
        screens.lookAt("group-ticked");
        page.enrol();
        screens.lookAt("group-done");
        page.page().click("close");
        screens.lookAt("group-question");
        page.page().click("close-yes");
    }

    @Test
    void noRight() {
        forgetCookies(realm());
        DeskPage.open(browser, company().newUser("Nora", "Nobody"), "").awaitText("You have no right");
        screens.lookAt("no-right");
        forgetCookies(realm());
    }
}
