package org.keycloak.testsuite.desk;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.keycloak.testsuite.fixture.ManyUsers;
import org.keycloak.testsuite.fixture.TestGroup;
import org.keycloak.testsuite.fixture.TestUser;
import org.keycloak.testsuite.handout.PrintedSheets;
import org.keycloak.testsuite.totp.Authenticator;
import org.keycloak.testsuite.totp.KeyUri;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.keycloak.testsuite.fixture.Verifications.assertValid;

/**
 * A company gets its authenticators on paper: as many sheets as the page prints at once.
 */
class DeskGroupManyTest extends AbstractDeskTest {

    private static final int NUMBER = 500;
    private static final int SCREEN = 150;

    @Test
    void hundredsGetTheirSheetsFromAPageThatAnswers() throws IOException {
        TestGroup staff = TestGroup.in(realm());
        Map<String, TestUser> users = ManyUsers.in(realm(), NUMBER, user -> user.setGroups(List.of(staff.path()))).stream()
                .collect(Collectors.toMap(TestUser::name, Function.identity()));
        DeskGroupPage page = DeskGroupPage.open(browser, desk(), staff);
        page.page().awaitText("Members: " + NUMBER + ".");
        DeskGroupWatch watch = DeskGroupWatch.begin(browser);

        page.page().click("tick-all");
        page.page().awaitText("Ticked: " + NUMBER);
        page.enrol();

        page.page().awaitText("Created: " + NUMBER + ". Have one already: 0. Failed: 0. Not done: 0.");
        assertTrue(watch.lines() > 0, "no lines were shown during the run");
        assertMoved(watch.steps("progress"));
        try (PrintedSheets sheets = page.page().print("print-all")) {
            assertMoved(watch.steps("drawing"));
            assertEquals(NUMBER, page.sheets());
            assertEquals(NUMBER, sheets.pages());
            Set<String> ids = new HashSet<>();
            for (int sheet : List.of(0, NUMBER / 2 - 1, NUMBER - 1)) {
                ids.add(assertIsOf(users, sheets.scan(sheet, SCREEN)));
            }
            assertEquals(3, ids.size());
        }
    }

    private static void assertMoved(List<Long> steps) {
        assertTrue(steps.stream().anyMatch(step -> 0 < step && step < NUMBER), steps::toString);
        assertEquals(steps.stream().sorted().toList(), steps);
    }

    /** @return id of the user whose authenticator it is */
    private static String assertIsOf(Map<String, TestUser> users, List<String> scanned) {
        assertEquals(1, scanned.size());
        String label = KeyUri.parse(scanned.get(0)).label();
        TestUser user = users.get(label.substring(label.indexOf(':') + 1));
        assertValid(user.totp().verifyCode(Authenticator.scan(scanned.get(0)).code()));
        return user.id();
    }
}
