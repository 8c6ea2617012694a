package org.keycloak.testsuite.desk;

import java.util.List;

import org.keycloak.testsuite.fixture.TestUser;

import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriver;

/**
 * A user with the second factors.
 */
record DeskUserPage(DeskPage page) {

    static final By NAME = By.id("user-name");
    private static final By FACTORS = By.cssSelector("factor-list li");
    private static final By CARD = By.cssSelector("factor-list [data-form=check]");
    private static final By LABEL = By.id("userLabel");
    static final By REPLACE = By.id("replaceExisting");

    static DeskUserPage open(WebDriver browser, TestUser desk, TestUser user) {
        return of(DeskPage.open(browser, desk, DeskPage.query("user", user.id())));
    }

    static DeskUserPage of(DeskPage page) {
        page.screen().await(NAME);
        return new DeskUserPage(page);
    }

    String name() {
        return page.screen().text(NAME);
    }

    /** What each of the second factors says. */
    List<String> factors() {
        return page.screen().texts(FACTORS);
    }

    void awaitFactor(String... texts) {
        page.screen().await("one second factor with " + List.of(texts), () -> {
            List<String> factors = factors();
            return factors.size() == 1 && List.of(texts).stream().allMatch(factors.get(0)::contains);
        });
    }

    void awaitNoFactor() {
        page.screen().await(By.id("no-factors"));
    }

    /**
     * @param label empty for none
     */
    DeskNewSecret create(String label, boolean replace) {
        page.click("new");
        page.screen().fill(LABEL, label);
        if (replace) {
            page.screen().click(REPLACE);
        }
        page.click("create");
        return DeskNewSecret.of(page);
    }

    DeskNewSecret createByKeyboard(String label) {
        page.enter("new");
        page.awaitFocus(By.id("new-totp-title"));
        page.screen().await(DeskPage.action("create"));
        page.tabTo(LABEL);
        page.press(label, Keys.ENTER);
        return DeskNewSecret.of(page);
    }

    /** Of the only authenticator. */
    void check(String code) {
        page.check(CARD, code);
    }

    /** What the page says of the code. */
    void awaitResult(String text) {
        page.awaitResult(CARD, text);
    }
}
