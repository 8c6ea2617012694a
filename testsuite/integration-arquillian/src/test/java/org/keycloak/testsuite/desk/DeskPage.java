package org.keycloak.testsuite.desk;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

import org.keycloak.testsuite.fixture.TestRealm;
import org.keycloak.testsuite.fixture.TestUser;
import org.keycloak.testsuite.pages.Screen;

import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;

/**
 * The help desk's page, whatever it shows.
 */
record DeskPage(Screen screen, TestRealm realm) {

    private static final By MAIN = By.cssSelector("totp-desk main");
    private static final By PASSWORD = By.id("password");
    private static final int MANY_TABS = 80;

    /** Logs in, unless the browser has a session. */
    static DeskPage open(WebDriver browser, TestUser desk, String query) {
        DeskPage page = new DeskPage(new Screen(browser), desk.realm());
        browser.get(page.address() + query);
        page.screen.await("login or page", () -> page.asksForLogin() || page.screen.isThere(MAIN));
        if (page.asksForLogin()) {
            page.logIn(desk);
        }
        return page;
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

    String text() {
        return screen.text(MAIN);
    }

    void awaitText(String text) {
        screen.await(text, () -> text().contains(text));
    }

    void awaitNoText(String text) {
        screen.await("no more " + text, () -> !text().contains(text));
    }

    void press(CharSequence... keys) {
        focused().sendKeys(keys);
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

    WebElement focused() {
        return browser().switchTo().activeElement();
    }

    WebDriver browser() {
        return screen.browser();
    }

    static String query(String name, String value) {
        return "?" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
