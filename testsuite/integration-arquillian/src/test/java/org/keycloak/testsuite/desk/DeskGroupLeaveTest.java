package org.keycloak.testsuite.desk;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.keycloak.testsuite.fixture.TestGroup;
import org.keycloak.testsuite.fixture.TestUser;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Alert;
import org.openqa.selenium.By;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * The page of a group is left while the group's sheets are on it.
 */
class DeskGroupLeaveTest extends AbstractDeskTest {

    private DeskGroupPage page;
    private Map<String, List<String>> ids;
    private List<String> secrets;

    @BeforeEach
    void enrol() throws IOException {
        List<TestUser> users = List.of(realm().newUser(), realm().newUser());
        page = DeskGroupPage.open(browser, desk(), TestGroup.in(realm(), users.toArray(TestUser[]::new)));
        page.tickPage();
        page.enrol();
        draw();
        ids = page.sheetIds();
        secrets = page.secrets();
        assertEquals(users.size(), ids.size());
        assertEquals(2 * users.size(), secrets.size());
        assertTrue(secrets.stream().allMatch(browser.getPageSource()::contains));
    }

    @Test
    void sheetsStayWhileOthersAreLookedAt() throws IOException {
        page.page().screen().click(By.linkText("A user"));
        DeskSearchPage.of(page.page());
        assertForgotten();
        page.page().screen().click(By.linkText("A group"));
        page.awaitEnd("The authenticators are created");

        draw();

        assertEquals(ids, page.sheetIds());
        assertTrue(page.asksBeforeTheBrowserLeaves());
    }

    @Test
    void signOutAsksAndForgets() {
        page.page().signOut();
        Alert question = browser.switchTo().alert();
        assertTrue(question.getText().contains("Sign out, and forget the keys?"), question.getText());
        question.dismiss();
        assertEquals(ids, page.sheetIds());
        page.awaitEnd("The authenticators are created");

        page.page().signOut();
        browser.switchTo().alert().accept();

        page.page().screen().await("login", page.page()::asksForLogin);
        browser.navigate().back();
        assertForgotten();
    }

    @Test
    void browserAsksAndForgets() {
        assertTrue(page.asksBeforeTheBrowserLeaves());
        assertEquals(ids, page.sheetIds());

        browser.get("about:blank"); // the driver says yes
        browser.navigate().back();

        page.page().screen().await(DeskGroupPage.TITLE);
        assertForgotten();
        assertFalse(page.asksBeforeTheBrowserLeaves());
    }

    @Test
    void nothingIsAskedWhenTheSheetsAreDoneWith() {
        page.done();

        page.awaitEnd("A group");
        assertForgotten();
        assertFalse(page.asksBeforeTheBrowserLeaves());
        page.page().signOut();
        page.page().screen().await("login", page.page()::asksForLogin);
    }

    /** They are in the page only when they are printed. */
    private void draw() throws IOException {
        page.page().print("print-all").close();
    }

    private void assertForgotten() {
        String source = browser.getPageSource();
        assertFalse(secrets.stream().flatMap(secret -> Stream.of(secret, secret.replace(" ", ""))).anyMatch(source::contains), source);
        assertFalse(source.contains("otpauth"), source);
    }
}
