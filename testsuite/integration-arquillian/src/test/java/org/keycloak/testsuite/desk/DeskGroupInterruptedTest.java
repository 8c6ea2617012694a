package org.keycloak.testsuite.desk;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.keycloak.testsuite.fixture.BreakableConnection;
import org.keycloak.testsuite.fixture.ManyUsers;
import org.keycloak.testsuite.fixture.TestGroup;
import org.keycloak.testsuite.fixture.TestUser;
import org.keycloak.testsuite.handout.PrintedSheets;
import org.keycloak.testsuite.totp.Authenticator;
import org.keycloak.testsuite.totp.KeyUri;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.keycloak.testsuite.fixture.Verifications.assertValid;

/**
 * A run ends before all of the group have their authenticators. The server is ahead of the page: it makes a hundred before it sends their keys.
 */
class DeskGroupInterruptedTest extends AbstractDeskTest {

    private static final int NUMBER = 200;
    private static final int SCREEN = 150;
    private static final String CUT = "The connection broke before everybody was done";

    /** Bytes. A sheet has some thousands. */
    private static final int SOME_SHEETS = 60_000;

    private Map<String, TestUser> users;
    private TestGroup staff;

    @BeforeEach
    void fillGroup() {
        staff = TestGroup.in(realm());
        users = ManyUsers.in(realm(), NUMBER, user -> user.setGroups(List.of(staff.path()))).stream().collect(Collectors.toMap(TestUser::id, Function.identity()));
    }

    @Test
    void everybodyHasOneAfterAStop() throws IOException {
        DeskGroupPage page = ticked(desk());
        slowly(() -> {
            page.page().click("enrol");
            page.awaitFirstSheets();
            page.page().click("stop");
            page.awaitEnd("Stopped before everybody was done");
        });
        assertKeysWereLost(page);

        page.goOn();

        assertEachHasTheOneOfTheSheet(page);
    }

    @Test
    void everybodyHasOneAfterTheConnectionBroke() throws IOException {
        try (BreakableConnection connection = BreakableConnection.to(server().url())) {
            DeskGroupPage page = ticked(new TestUser(realm().at(connection.url()), desk().id(), desk().name(), desk().password()));
            connection.breakAfter(SOME_SHEETS);
            slowly(() -> {
                page.page().click("enrol");
                page.awaitEnd(CUT);
            });
            page.page().awaitText("The sheets don't say until when the authenticators have to be used, because the server could not be asked.");
            int created = page.created();
            assertTrue(created > 0, "the page has no sheets");
            page.page().click("again");
            page.page().awaitNotice("The server can't be reached.");
            page.awaitEnd(CUT);
            assertEquals(created, page.created());
            assertTrue(BrowserLog.complaints(browser).stream().allMatch(complaint -> complaint.contains("net::ERR_")));
            connection.restore();
            assertKeysWereLost(page);

            page.goOn();

            assertEachHasTheOneOfTheSheet(page);
        }
    }

    private DeskGroupPage ticked(TestUser desk) {
        DeskGroupPage page = DeskGroupPage.open(browser, desk, staff);
        page.tickAll(NUMBER);
        return page;
    }

    /** The page gets the sheets one by one. */
    private void slowly(Runnable run) {
        DeskNetwork network = DeskNetwork.of(browser);
        network.slowDown();
        try {
            run.run();
        } finally {
            network.restore();
        }
    }

    /** Otherwise there would be nothing to replace. */
    private void assertKeysWereLost(DeskGroupPage page) {
        long having = users.values().stream().filter(user -> !user.otpIds().isEmpty()).count();
        assertTrue(page.created() < having, () -> page.created() + " sheets for " + having + " users");
    }

    private void assertEachHasTheOneOfTheSheet(DeskGroupPage page) throws IOException {
        assertEquals(NUMBER, page.created());
        try (PrintedSheets sheets = page.page().print("print-all")) {
            assertEquals(NUMBER, page.sheets());
            assertEquals(NUMBER, sheets.pages());
            Map<String, List<String>> ids = users.values().stream().collect(Collectors.toMap(TestUser::id, TestUser::otpIds));
            assertEquals(ids, page.sheetIds());
            for (int sheet : List.of(0, NUMBER / 2, NUMBER - 1)) {
                assertWorks(sheets.scan(sheet, SCREEN));
            }
        }
    }

    private void assertWorks(List<String> scanned) {
        assertEquals(1, scanned.size());
        String label = KeyUri.parse(scanned.get(0)).label();
        TestUser user = users.values().stream().filter(it -> label.endsWith(":" + it.name())).findFirst().orElseThrow();
        assertValid(user.totp().verifyCode(Authenticator.scan(scanned.get(0)).code()));
    }
}
