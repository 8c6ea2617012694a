package org.keycloak.testsuite.desk;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.keycloak.testsuite.fixture.ManagementRoles;
import org.keycloak.testsuite.fixture.TestUser;
import org.keycloak.testsuite.totp.Authenticator;

import org.jboss.arquillian.drone.api.annotation.Drone;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.WebDriver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.keycloak.testsuite.fixture.Logins.assertGranted;

/**
 * Two people at the help desk, with a browser each, look at the same user.
 */
class DeskColleaguesTest extends AbstractDeskTest {

    private static final String TOO_LATE = "The user has an authenticator already, perhaps from somebody else a moment ago.";
    private static final String AT_ONCE = "Somebody else is changing this user at the moment.";
    private static final Consumer<DeskUserPage> UNLOCK = page -> page.page().click("unlock");
    private static final Consumer<DeskUserPage> CHECK = page -> page.check("123456");

    @Drone
    @Colleague
    private WebDriver other;

    private TestUser colleague;

    @Override
    DeskRealm newCompany() {
        DeskRealm company = super.newCompany();
        colleague = company.newDesk("Bea", "Baker", ManagementRoles.MANAGE_OTP);
        return company;
    }

    @Test
    void oneOfTwoGivesAnAuthenticator() {
        TestUser user = company().newUser("Uma", "Underwood");
        List<DeskUserPage> pages = List.of(open(user), DeskUserPage.open(other, colleague, user));
        pages.forEach(page -> page.page().click("new"));
        pages.forEach(page -> page.page().screen().await(DeskPage.action("create")));

        pages.forEach(page -> page.page().click("create"));

        pages.forEach(page -> page.page().screen().await("key or message", () -> isMade(page) || says(page, TOO_LATE) || says(page, AT_ONCE)));
        assertEquals(1, pages.stream().filter(DeskColleaguesTest::isMade).count());
        // Whoever was refused during the other's change may have read the user before its end.
        pages.stream().filter(page -> says(page, AT_ONCE)).forEach(page -> page.page().browser().navigate().refresh());
        pages.forEach(page -> page.awaitFactor("Authenticator", "Not used yet"));
        Stream<Authenticator> made = pages.stream().filter(DeskColleaguesTest::isMade).map(page -> DeskNewSecret.of(page.page()).scan());
        assertGranted(user.login(made.findFirst().orElseThrow().code()));
    }

    @Test
    void whatIsRemovedIsNotUnlockedOrChecked() {
        Consumer<DeskUserPage> remove = page -> {
            page.page().click("remove");
            page.page().click("remove-yes");
            page.awaitNoFactor();
        };

        assertTold("Ben", remove, UNLOCK).awaitNoFactor();
        assertTold("Bert", remove, CHECK).awaitNoFactor();
    }

    @Test
    void whatIsReplacedIsNotUnlockedOrChecked() {
        Consumer<DeskUserPage> replace = page -> page.create("New phone", true);

        assertTold("Carl", replace, UNLOCK).awaitFactor("New phone", "Not used yet");
        assertTold("Cora", replace, CHECK).awaitFactor("New phone", "Not used yet");
    }

    @Test
    void whatIsGivenMeanwhileIsNotReplaced() {
        assertKeepsWhatTheOtherGives("Dana", page -> page.page().click("lost"), page -> page.page().click("lost-totp"));
        assertKeepsWhatTheOtherGives("Dean", page -> page.page().click("new"), page -> {
            page.page().screen().click(DeskUserPage.REPLACE);
            page.page().click("create");
        });
    }

    private void assertKeepsWhatTheOtherGives(String name, Consumer<DeskUserPage> begin, Consumer<DeskUserPage> end) {
        TestUser user = company().newUser(name, "Dean");
        DeskRealm.givePhone(user);
        DeskUserPage mine = open(user);
        begin.accept(mine);
        Authenticator theirs = DeskUserPage.open(other, colleague, user).create("New phone", true).scan();

        end.accept(mine);

        mine.page().awaitNotice("The user has got another second factor in the meantime");
        mine.awaitFactor("New phone", "Not used yet");
        mine.page().awaitFocus(DeskUserPage.NAME);
        assertFalse(isMade(mine));
        assertGranted(user.login(theirs.code()));
    }

    /** Whoever comes second is told that what is on the page isn't there any more. */
    private DeskUserPage assertTold(String name, Consumer<DeskUserPage> first, Consumer<DeskUserPage> second) {
        TestUser user = company().newUser(name, "Brown");
        DeskRealm.giveLockedPhone(user);
        DeskUserPage mine = open(user);
        first.accept(DeskUserPage.open(other, colleague, user));

        second.accept(mine);

        mine.page().awaitNotice("The authenticator is not there any more.");
        return mine;
    }

    private static boolean isMade(DeskUserPage page) {
        return page.page().screen().isThere(DeskNewSecret.TITLE);
    }

    private static boolean says(DeskUserPage page, String text) {
        return page.page().screen().text(DeskPage.NOTICE).contains(text);
    }
}
