package org.keycloak.testsuite.desk;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.keycloak.testsuite.fixture.ManyUsers;
import org.keycloak.testsuite.fixture.TestGroup;
import org.keycloak.testsuite.fixture.TestUser;
import org.keycloak.testsuite.handout.PrintedSheets;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * The help desk's session ends while a group gets its authenticators.
 */
class DeskSignedOutTest extends AbstractDeskTest {

    private static final String SIGNED_OUT = "You are signed out, so nothing more was created";
    private static final String SHEETS_ARE_THERE = "The sheets of a group are still on this page";
    private static final int NUMBER = 300;
    private static final int FEW = 2;

    private DeskNetwork network;

    @AfterEach
    void restoreNetwork() {
        if (network != null) {
            network.restore();
        }
    }

    @Test
    void sheetsStayAndTheOthersAreLeft() throws IOException {
        TestGroup staff = TestGroup.in(realm());
        Map<String, TestUser> users = newUsers(staff, NUMBER);
        DeskGroupPage page = DeskGroupPage.open(browser, desk(), staff);
        page.tickAll(NUMBER);
        network = DeskNetwork.of(browser);
        network.slowDown();
        page.page().click("enrol");
        page.awaitFirstSheets();
        page.page().click("stop");
        page.awaitEnd("Stopped before everybody was done");
        network.restore();
        int created = page.created();

        desk().resource().logout();
        page.page().click("again");

        page.awaitEnd(SIGNED_OUT);
        page.page().awaitNotice("You are signed out. " + SHEETS_ARE_THERE);
        assertEquals(created, page.created());
        assertFalse(page.page().asksForLogin());
        try (PrintedSheets sheets = page.page().print("print-all")) {
            assertEquals(created, sheets.pages());
        }
        page.sheetIds().forEach((user, ids) -> assertEquals(users.get(user).otpIds(), ids));
        page.done();
        signInAgain(page, NUMBER);
    }

    /** There is nothing to lose, so the login comes by itself. */
    @Test
    void nothingIsCreatedWithoutASession() {
        TestGroup staff = TestGroup.in(realm());
        Map<String, TestUser> users = newUsers(staff, FEW);
        DeskGroupPage page = DeskGroupPage.open(browser, desk(), staff);
        page.tickPage();

        desk().resource().logout();
        page.page().click("enrol");

        signInAgain(page, FEW);
        assertTrue(users.values().stream().allMatch(user -> user.otpIds().isEmpty()));
    }

    private Map<String, TestUser> newUsers(TestGroup group, int number) {
        return ManyUsers.in(realm(), number, user -> user.setGroups(List.of(group.path()))).stream().collect(Collectors.toMap(TestUser::id, Function.identity()));
    }

    /** The browser comes back to the group. */
    private void signInAgain(DeskGroupPage page, int members) {
        page.page().screen().await("login", page.page()::asksForLogin);
        page.page().logIn(desk());
        page.page().awaitText("Members: " + members + ".");
    }
}
