package org.keycloak.testsuite.desk;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

import org.keycloak.testsuite.fixture.TestGroup;
import org.keycloak.testsuite.fixture.TestUser;
import org.keycloak.testsuite.handout.PrintedSheets;
import org.keycloak.testsuite.totp.Authenticator;
import org.keycloak.testsuite.totp.KeyUri;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.keycloak.testsuite.fixture.Logins.assertGranted;

/**
 * A department gets its authenticators on paper.
 */
class DeskGroupTest extends AbstractDeskTest {

    private static final int SCREEN = 150;

    @Test
    void eachSheetLogsInItsUser() throws IOException {
        TestUser vera = company().newUser("Vera", "Vogel");
        TestUser will = company().newUser("Will", "Weber");
        DeskRealm.givePhone(will);
        TestUser xena = company().newUser("Xena", "Xu");
        Authenticator ofXena = DeskRealm.givePhoneInUse(xena);
        TestGroup sales = TestGroup.in(realm(), vera, will, xena);

        DeskGroupPage page = DeskGroupPage.open(browser, desk(), sales);
        page.page().awaitText("Members: 3. In use: 1. Not used yet: 1. None: 1. Expired: 0. Locked: 0.");
        page.awaitMembers("vera", "will");
        page.show("All members");
        page.awaitMembers("vera", "will", "xena");
        page.tickPage();
        page.choose("replaceUnused");
        page.enrol();

        page.page().awaitText("Created: 2. Have one already: 1. Failed: 0. Not done: 0.");
        page.page().awaitFocus(DeskGroupPage.TITLE);
        try (PrintedSheets sheets = page.page().print("print-all")) {
            assertEquals(2, sheets.pages());
            assertLogsIn(vera, sheets.scan(0, SCREEN));
            assertLogsIn(will, sheets.scan(1, SCREEN));
            String text = sheets.text();
            assertTrue(text.contains("For Vera Vogel (vera)") && text.contains("Log in for the first time before"), text);
            assertTrue(Stream.of("Help desk", "Created:", "Print", "http").noneMatch(text::contains), text);
        }
        assertGranted(xena.login(ofXena.code()));
        page.done();
        page.page().awaitText("Members: 3. In use: 3.");
    }

    @Test
    void keyboardAloneIsEnough() throws IOException {
        TestUser yann = company().newUser("Yann", "York");
        TestUser zita = company().newUser("Zita", "Zorn");
        DeskGroupPage page = DeskGroupPage.open(browser, desk(), TestGroup.in(realm(), yann, zita));
        page.awaitMembers("yann", "zita");

        page.tickByKeyboard("zita");
        page.page().enter("to-form");
        page.page().enter("enrol");

        page.awaitEnd("The authenticators are created");
        try (PrintedSheets sheets = page.page().print("print-all")) {
            assertLogsIn(zita, sheets.scan(SCREEN));
        }
        assertEquals(List.of(), yann.otpIds());
    }

    @Test
    void keysAreAskedForBeforeTheyAreForgotten() {
        DeskGroupPage page = DeskGroupPage.open(browser, desk(), TestGroup.in(realm(), company().newUser("Abel", "Adler")));
        page.awaitMembers("abel");
        page.tick("abel");
        page.enrol();

        page.page().click("close");
        page.page().awaitText("Nobody can print these sheets later. Forget the keys?");
        page.page().click("close-no");
        page.awaitEnd("The authenticators are created");
        page.page().click("close");
        page.page().click("close-yes");

        page.page().awaitText("Not used yet: 1.");
    }

    private static void assertLogsIn(TestUser user, List<String> scanned) {
        assertEquals(user.name(), account(scanned));
        assertGranted(user.login(Authenticator.scan(scanned.get(0)).code()));
    }

    private static String account(List<String> scanned) {
        assertEquals(1, scanned.size());
        String label = KeyUri.parse(scanned.get(0)).label();
        return label.substring(label.indexOf(':') + 1);
    }
}
