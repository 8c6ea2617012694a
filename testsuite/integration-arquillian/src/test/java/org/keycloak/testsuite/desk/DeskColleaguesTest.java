package org.keycloak.testsuite.desk;

import java.util.List;
import java.util.stream.Stream;

import org.keycloak.testsuite.fixture.ManagementRoles;
import org.keycloak.testsuite.fixture.TestUser;
import org.keycloak.testsuite.totp.Authenticator;

import org.jboss.arquillian.drone.api.annotation.Drone;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.WebDriver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.keycloak.testsuite.fixture.Logins.assertGranted;

/**
 * Two people at the help desk, with a browser each, look at the same user.
 */
class DeskColleaguesTest extends AbstractDeskTest {

    private static final String TOO_LATE = "The user has an authenticator already, perhaps from somebody else a moment ago.";
    private static final String AT_ONCE = "Somebody else is changing this user at the moment.";

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
        pages.forEach(page -> page.awaitFactor("Authenticator", "Not used yet"));
        Stream<Authenticator> made = pages.stream().filter(DeskColleaguesTest::isMade).map(page -> DeskNewSecret.of(page.page()).scan());
        assertGranted(user.login(made.findFirst().orElseThrow().code()));
    }

    @Test
    void whatIsRemovedIsNotUnlockedOrChecked() {
        TestUser user = company().newUser("Ben", "Brown");
        DeskRealm.giveLockedPhone(user);
        DeskUserPage mine = open(user);
        DeskUserPage theirs = DeskUserPage.open(other, colleague, user);
        theirs.page().click("remove");
        theirs.page().click("remove-yes");
        theirs.awaitNoFactor();

        mine.check("123456");

        mine.awaitNoFactor();
        mine.page().awaitNotice("The authenticator is not there any more.");
    }

    private static boolean isMade(DeskUserPage page) {
        return page.page().screen().isThere(DeskNewSecret.TITLE);
    }

    private static boolean says(DeskUserPage page, String text) {
        return page.page().screen().text(DeskPage.NOTICE).contains(text);
    }
}
