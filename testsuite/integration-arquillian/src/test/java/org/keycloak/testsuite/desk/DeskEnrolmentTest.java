package org.keycloak.testsuite.desk;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.keycloak.testsuite.fixture.TestUser;
import org.keycloak.testsuite.handout.PrintedSheets;
import org.keycloak.testsuite.totp.Authenticator;
import org.keycloak.testsuite.totp.KeyUri;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.chromium.HasCdp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.keycloak.testsuite.fixture.Logins.assertGranted;
import static org.keycloak.testsuite.fixture.Logins.assertRefused;

/**
 * A user gets a new authenticator at the help desk.
 */
class DeskEnrolmentTest extends AbstractDeskTest {

    private static final String RIGHT = "The code is right. The authenticator counts as used now.";

    private static final int SCREEN = 150;

    /** All that a script could leave for the next one, as text. */
    private static final String LEFT_BEHIND = """
            const done = arguments[arguments.length - 1];
            caches.keys().then(async names => {
                const cached = await Promise.all(names.map(async name => (await (await caches.open(name)).keys()).map(({ url }) => url)));
                const databases = await indexedDB.databases();
                done(JSON.stringify([location.href, history.state, { ...localStorage }, { ...sessionStorage }, document.cookie, document.title, document.referrer,
                    window.name, performance.getEntries().map(({ name }) => name), cached, databases, navigator.serviceWorker.controller]));
            });
            """;

    @Test
    void codeIsCheckedAtTheDeskAndLogsIn() {
        TestUser user = company().newUser("Uma", "Underwood");
        DeskUserPage page = open(user);
        page.awaitNoFactor();

        DeskNewSecret created = page.create("Phone", false);

        page.page().awaitFocus(DeskNewSecret.TITLE);
        page.page().awaitText("The login asks for the password, and then for a code of the authenticator app.");
        Authenticator phone = created.scan();
        assertEquals(KeyUri.parse(created.keyUri()).parameter("secret"), created.key().replace(" ", ""));
        assertTrue(created.key().matches("([A-Z2-7]{4} )*[A-Z2-7]{1,4}"), created.key());
        page.awaitFactor("Phone", "phone", "Not used yet. It must be used by ");
        created.check(phone.code());
        created.awaitResult(RIGHT);
        page.awaitFactor("In use");
        assertRefused(user.login());
        enterPassword(user);
        assertInWithACode(user, phone);
        forgetCookies(user.realm());
    }

    @Test
    void keyboardAloneIsEnough() {
        TestUser user = company().newUser("Ben", "Brown");
        DeskUserPage page = open(user);

        DeskNewSecret created = page.createByKeyboard("Phone");

        page.page().awaitFocus(DeskNewSecret.TITLE);
        Authenticator phone = created.scan();
        created.checkByKeyboard(phone.code());
        created.awaitResult(RIGHT);
        page.page().enter("close");
        page.page().screen().awaitNone(DeskNewSecret.SECTION);
        page.page().awaitFocus(DeskUserPage.NAME);
        assertGranted(user.login(phone.code()));
    }

    @Test
    void wrongCodeIsToldFromARightOne() {
        TestUser user = company().newUser("Cem", "Clark");
        DeskUserPage page = open(user);

        DeskNewSecret created = page.create("", false);
        page.awaitFactor("Authenticator", "Not used yet");

        Authenticator phone = created.scan();
        created.check(phone.wrongCode());
        created.awaitResult("The authenticator is locked after wrong codes");
        page.awaitFactor("Authenticator", "Locked after too many wrong codes");
    }

    @Test
    void isShownForAMinute() {
        DeskUserPage page = open(company().newUser("Dora", "Dean"));
        DeskNewSecret created = page.create("Phone", false);
        List<String> secrets = secrets(created);

        passes(30);
        page.page().screen().await("some seconds left", () -> created.secondsLeft() <= 30);
        page.page().click("keep");
        passes(30);
        assertEquals(secrets, secrets(created));
        passes(31);

        created.awaitGone(secrets);
        page.page().awaitText("The key is not shown any more. If the user has not scanned it, create another one.");
        page.awaitFactor("Phone", "Not used yet");
    }

    @Test
    void isGoneWhenThePageIsLeft() {
        TestUser user = company().newUser("Eve", "Evans");
        DeskUserPage page = open(user);
        DeskNewSecret created = page.create("Phone", false);
        List<String> secrets = secrets(created);

        page.page().screen().click(By.linkText("A user"));
        DeskSearchPage.of(page.page());
        created.awaitGone(secrets);
        browser.navigate().back();
        DeskUserPage.of(page.page()).awaitFactor("Phone", "Not used yet");
        created.awaitGone(secrets);

        List<String> others = secrets(page.create("Phone", true));
        browser.get("about:blank");
        browser.navigate().back();
        DeskUserPage.of(page.page()).awaitFactor("Phone", "Not used yet");
        created.awaitGone(others);
    }

    @Test
    void nothingOfItIsKept() {
        DeskUserPage page = open(company().newUser("Fay", "Fisher"));
        DeskNewSecret created = page.create("Phone", false);
        page.awaitFactor("Phone", "Not used yet");
        List<String> secrets = secrets(created);
        created.check(created.scan().code());
        created.awaitResult(RIGHT);

        assertHoldsNone(secrets, leftBehind());
        page.page().click("hide");
        created.awaitGone(secrets);
        assertHoldsNone(secrets, leftBehind());
    }

    @Test
    void replacesOnlyIfAskedTo() {
        TestUser user = company().newUser("Gus", "Green");
        Authenticator old = DeskRealm.givePhone(user);
        DeskUserPage page = open(user);

        page.page().click("new");
        page.page().click("create");
        page.page().awaitFocus(DeskUserPage.REPLACE);
        page.page().click("cancel");
        assertGranted(user.login(old.code()));
        Authenticator replacement = page.create("New phone", true).scan();

        page.awaitFactor("New phone", "Not used yet");
        assertGranted(user.login(replacement.code()));
        assertRefused(user.login(old.code()));
    }

    @Test
    void printedSheetLogsIn() throws IOException {
        TestUser user = company().newUser("Ina", "Iversen");
        DeskUserPage page = open(user);
        String keyUri = page.create("Phone", false).keyUri();
        page.awaitFactor("Not used yet");

        for (String colours : List.of("light", "dark")) {
            cdp("Emulation.setEmulatedMedia", "features", List.of(Map.of("name", "prefers-color-scheme", "value", colours)));
            try (PrintedSheets sheet = page.page().print("print")) {
                assertEquals(1, sheet.pages());
                assertEquals(List.of(keyUri), sheet.scan(SCREEN));
                String text = sheet.text();
                assertTrue(text.contains("Log in to Demo Ltd") && text.contains("For Ina Iversen (ina)") && text.contains("Log in for the first time before"), text);
                assertTrue(Stream.of("Help desk", "Second factors", "Copy", "http").noneMatch(text::contains), text);
            }
        }
        assertGranted(user.login(Authenticator.scan(keyUri).code()));
    }

    @Test
    void keyIsCopied() {
        DeskUserPage page = open(company().newUser("Hal", "Hunt"));
        DeskNewSecret created = page.create("Phone", false);
        page.awaitFactor("Phone", "Not used yet");
        cdp("Browser.grantPermissions", "permissions", List.of("clipboardReadWrite", "clipboardSanitizedWrite"));

        page.page().click("copy");

        page.page().awaitNotice("Copied. Clear the clipboard when you are done.");
        assertEquals(created.key().replace(" ", ""), ((JavascriptExecutor) browser).executeAsyncScript("navigator.clipboard.readText().then(arguments[0])"));
    }

    /** What the page may show, and nothing may keep. */
    private static List<String> secrets(DeskNewSecret created) {
        KeyUri uri = KeyUri.parse(created.keyUri());
        String secret = uri.parameter("secret");
        String source = created.page().browser().findElement(By.cssSelector("new-secret .desk-qr-code")).getDomAttribute("src");
        assertTrue(secret.length() > 30 && source.length() > 100 && source.startsWith("data:image/png;base64,"), source);
        return List.of(secret, created.key(), source);
    }

    private void cdp(String command, String name, Object value) {
        ((HasCdp) browser).executeCdpCommand(command, Map.of(name, value));
    }

    private String leftBehind() {
        return (String) ((JavascriptExecutor) browser).executeAsyncScript(LEFT_BEHIND);
    }

    private static void assertHoldsNone(List<String> secrets, String kept) {
        assertTrue(kept.contains("totp-desk"), kept);
        Stream.concat(secrets.stream(), Stream.of("otpauth")).forEach(secret -> assertFalse(kept.contains(secret), kept));
    }

    /** The page goes by the browser's clock. */
    private void passes(int seconds) {
        ((JavascriptExecutor) browser).executeScript("const now = Date.now; Date.now = () => now() + arguments[0]", seconds * 1000);
    }
}
