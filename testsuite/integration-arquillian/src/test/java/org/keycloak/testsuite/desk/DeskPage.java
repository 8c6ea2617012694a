package org.keycloak.testsuite.desk;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

import org.keycloak.testsuite.fixture.TestRealm;
import org.keycloak.testsuite.fixture.TestUser;
import org.keycloak.testsuite.handout.PrintedSheets;
import org.keycloak.testsuite.pages.Screen;

import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chromium.HasCdp;
import org.openqa.selenium.support.pagefactory.ByChained;

/**
 * The help desk's page, whatever it shows.
 */
record DeskPage(Screen screen, TestRealm realm) {

    static final By NOTICE = By.id("notice");
    private static final By MAIN = By.cssSelector("totp-desk main");
    private static final By PASSWORD = By.id("password");
    private static final int MANY_TABS = 80;

    /**
     * Logs in, unless the browser has a session.
     *
     * @param query what the page is to show; {@code ""} for its beginning
     */
    static DeskPage open(WebDriver browser, TestUser desk, String query) {
        DeskPage page = new DeskPage(new Screen(browser), desk.realm());
        browser.get(page.address() + query);
        page.screen.await("login or page", () -> page.asksForLogin() || page.screen.isThere(MAIN));
        if (page.asksForLogin()) {
            page.logIn(desk);
        }
        return page;
    }

    /** A button or link that can be used. */
    static By action(String name) {
        return By.cssSelector("main [data-action='" + name + "']:not(:disabled)");
    }

    static String query(String name, String value) {
        return "?" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    String address() {
        return realm.url() + "/admin/" + realm.name() + "/console/totp-desk";
    }

    boolean asksForLogin() {
        return screen.isThere(PASSWORD);
    }

    void logIn(TestUser desk) {
        screen.fill(By.id("username"), desk.name());
        screen.fill(PASSWORD, desk.password());
        screen.click(By.id("kc-login"));
        screen.await(MAIN);
    }

    void signOut() {
        screen.click(By.cssSelector("header [data-action=logout]"));
    }

    void click(String action) {
        screen.click(action(action));
    }

    boolean offers(String action) {
        return screen.isThere(action(action));
    }

    String text() {
        return screen.text(MAIN);
    }

    void awaitText(String text) {
        screen.await(text, () -> text().contains(text));
    }

    void awaitNotice(String text) {
        screen.await(text, () -> screen.text(NOTICE).contains(text));
    }

    /** Enters a code in that form. */
    void check(By form, String code) {
        screen.fill(new ByChained(form, By.tagName("input")), code);
        screen.click(new ByChained(form, By.tagName("button")));
    }

    void awaitResult(By form, String text) {
        By result = new ByChained(form, By.cssSelector("[data-result]"));
        screen.await(text, () -> screen.isThere(result) && screen.text(result).contains(text));
    }

    WebElement focused() {
        return browser().switchTo().activeElement();
    }

    /** Into what has the focus. */
    void press(CharSequence... keys) {
        screen.until("focus that takes keys", () -> {
            focused().sendKeys(keys);
            return true;
        });
    }

    /** By keyboard alone, from wherever the focus is. */
    void tabTo(By element) {
        screen.await(element);
        for (int tabs = 0; tabs < MANY_TABS; tabs++) {
            if (browser().findElements(element).contains(focused())) {
                return;
            }
            press(Keys.TAB);
        }
        throw new AssertionError("no way by keyboard to " + element + " in:\n" + text());
    }

    /** As a click, by keyboard alone. */
    void enter(String action) {
        tabTo(action(action));
        press(Keys.ENTER);
    }

    void awaitFocus(By element) {
        screen.await("focus on " + element, () -> browser().findElements(element).contains(focused()));
    }

    /** Whoever uses the keyboard goes on from where something happened, and doesn't begin at the top again. */
    boolean hasFocus() {
        return browser().findElements(By.cssSelector("main *:focus")).size() == 1;
    }

    /** What comes out of the printer. The page asks the browser for its dialog, which nobody would close here. */
    PrintedSheets print(String action) throws IOException {
        run("window.print = () => document.documentElement.dataset.printed = 'yes'");
        click(action);
        screen.await(By.cssSelector("html[data-printed]"));
        Map<String, Object> printed = ((HasCdp) browser()).executeCdpCommand("Page.printToPDF", Map.of("preferCSSPageSize", true));
        run("delete document.documentElement.dataset.printed");
        return PrintedSheets.of(Base64.getDecoder().decode((String) printed.get("data")));
    }

    private Object run(String script, Object... values) {
        return ((JavascriptExecutor) browser()).executeScript(script, values);
    }

    WebDriver browser() {
        return screen.browser();
    }
}
