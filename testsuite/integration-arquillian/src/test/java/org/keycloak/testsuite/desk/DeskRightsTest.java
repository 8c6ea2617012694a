package org.keycloak.testsuite.desk;

import java.util.List;

import org.keycloak.testsuite.fixture.ManagementRoles;
import org.keycloak.testsuite.fixture.TestUser;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Who may do what on the page: what one may not do isn't shown, and the server refuses it anyway.
 */
class DeskRightsTest extends AbstractDeskTest {

    private static final List<String> ACTIONS = List.of("new", "lost", "remove", "unlock", "check");
    private static final By REALM = By.id("realm");
    private static final String READ_ONLY = "You can look at this user, but have no right to change anything.";

    /** Each test has somebody else at the desk. */
    @BeforeEach
    void endSession() {
        forgetCookies(company().realm());
    }

    @Test
    void roleManageUsersIsEnough() {
        TestUser manager = company().newDesk("Mona", "Manager", "manage-users");
        TestUser user = company().newUser("Uma", "Underwood");

        DeskSearchPage search = DeskSearchPage.open(browser, manager).find("uma");
        search.choose("uma").create("Phone", false);

        assertEquals(List.of("Phone"), user.otpLabels());
    }

    @Test
    void whoMayOnlyViewUsersSeesNoButtons() {
        TestUser viewer = company().newDesk("Vic", "Viewer", "view-users");
        TestUser user = company().newUser("Ben", "Brown");
        DeskRealm.giveLockedPhone(user);

        DeskUserPage page = DeskUserPage.open(browser, viewer, user);

        page.awaitFactor("Phone", "Locked after too many wrong codes");
        assertReadOnly(page);
        DeskEndpoints.of(user, viewer.http().withOneToken()).assertMayLookAlone();
    }

    @Test
    void administratorsAreOutOfReach() {
        TestUser administrator = company().newDesk("Rex", "Root", "realm-admin");
        DeskRealm.giveLockedPhone(administrator);

        DeskUserPage page = open(administrator);

        page.awaitFactor("Phone", "Locked after too many wrong codes");
        assertReadOnly(page);
    }

    @Test
    void soIsTheOwnAccount() {
        assertReadOnly(open(desk()));
    }

    @Test
    void whoHasNoRightIsToldSo() {
        TestUser nobody = company().newUser("Nora", "Nobody");
        TestUser user = company().newUser("Otto", "Other");

        DeskPage page = DeskPage.open(browser, nobody, DeskPage.query("user", user.id()));

        page.awaitText("You have no right to use this page\nYou are signed in as nora. Whoever uses this page needs the role manage-otp in the realm " + realm().name() + ".");
        assertFalse(page.text().contains("Otto"), page.text());
        page.screen().awaitNone(DeskSearchPage.FIELD);
    }

    @Test
    void administratorOfMasterWhoMayNotListTheRealmsNamesTheRealm() {
        TestUser holder = ManagementRoles.inMaster(realm()).newHolder(ManagementRoles.MANAGE_OTP);
        company().newUser("Rita", "Remote");
        forgetCookies(holder.realm());

        DeskPage page = DeskPage.open(browser, holder, "");
        page.awaitText("Which users do you help?");
        assertEquals("", realmField().getDomProperty("value"));
        Axe.assertFindsNothing("choice of a realm", browser);
        enterRealm(page, "none");
        page.awaitText("needs the role manage-otp in the realm none.");
        enterRealm(page, realm().name());
        DeskSearchPage search = DeskSearchPage.of(page).find("rita");

        search.awaitNames("rita");
        assertTrue(browser.getCurrentUrl().contains("realm=" + realm().name()), browser::getCurrentUrl);
        assertEquals(realm().name(), realmField().getDomProperty("value"));
        forgetCookies(holder.realm());
    }

    private WebElement realmField() {
        return browser.findElement(REALM);
    }

    /** By keyboard alone. */
    private static void enterRealm(DeskPage page, String name) {
        page.tabTo(REALM);
        page.press(Keys.chord(Keys.CONTROL, "a"), name, Keys.ENTER);
    }

    @Test
    void rightThatWasTakenAwayMeanwhile() {
        TestUser leaver = company().newDesk("Liv", "Leaver", ManagementRoles.MANAGE_OTP);
        TestUser user = company().newUser("Pia", "Price");
        DeskUserPage page = DeskUserPage.open(browser, leaver, user);
        page.page().click("new");
        page.page().screen().await(DeskPage.action("create"));
        ManagementRoles.of(realm()).revoke(leaver, ManagementRoles.MANAGE_OTP);

        page.page().click("create");

        page.page().awaitNotice("You have no right to do this.");
        assertEquals(List.of(), user.otpIds());
    }

    @Test
    void loginAfterTheEndOfASessionLeadsToTheSameUser() {
        TestUser user = company().newUser("Quinn", "Quick");
        DeskUserPage page = open(user);
        desk().resource().logout();

        page.page().click("new");
        page.page().screen().await("login", page.page()::asksForLogin);
        page.page().logIn(desk());

        assertEquals("Quinn Quick", DeskUserPage.of(page.page()).name());
    }

    @Test
    void signingOutEndsTheSession() {
        desk().resource().logout();
        DeskPage page = DeskSearchPage.open(browser, desk()).page();

        page.signOut();

        page.screen().await("login", page::asksForLogin);
        assertTrue(desk().resource().getUserSessions().isEmpty());
    }

    @Test
    void userWhoIsGone() {
        TestUser manager = company().newDesk("Gil", "Grant", "manage-users");
        TestUser user = company().newUser("Gone", "Gray");
        user.resource().remove();

        DeskPage page = DeskPage.open(browser, manager, DeskPage.query("user", user.id()));

        page.awaitText("There is no such user");
        page.click("back");
        page.awaitFocus(DeskSearchPage.FIELD);
    }

    private static void assertReadOnly(DeskUserPage page) {
        page.page().awaitText(READ_ONLY);
        ACTIONS.forEach(action -> assertFalse(page.page().offers(action), action));
    }
}
