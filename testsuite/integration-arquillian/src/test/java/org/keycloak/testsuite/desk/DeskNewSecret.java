package org.keycloak.testsuite.desk;

import java.util.List;

import org.keycloak.testsuite.totp.Authenticator;
import org.keycloak.testsuite.totp.QrCode;

import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.support.pagefactory.ByChained;

/**
 * What was made for a user just now, as it is on the screen.
 */
record DeskNewSecret(DeskPage page) {

    static final By TITLE = By.id("new-title");
    static final By SECTION = By.cssSelector("new-secret section");
    private static final By QR_CODE = By.cssSelector("new-secret .desk-qr-code");
    private static final By KEY = By.cssSelector("new-secret .desk-key");
    private static final By CODES = By.cssSelector("new-secret .desk-codes code");
    private static final By CHECK = By.cssSelector("new-secret [data-form=check]");

    static DeskNewSecret of(DeskPage page) {
        page.screen().await(TITLE);
        return new DeskNewSecret(page);
    }

    /** As a phone does, from the screen. */
    Authenticator scan() {
        return Authenticator.scan(keyUri());
    }

    String keyUri() {
        return page.screen().until("QR code", () -> QrCode.of(page.browser().findElement(QR_CODE).getScreenshotAs(OutputType.BYTES)).scan().orElse(null));
    }

    /** As users type it, with spaces. */
    String key() {
        return page.screen().text(KEY);
    }

    List<String> codes() {
        page.screen().await(CODES);
        return page.screen().texts(CODES);
    }

    int secondsLeft() {
        return Integer.parseInt(page.screen().text(By.id("left")).replaceAll("\\D", ""));
    }

    void check(String code) {
        page.check(CHECK, code);
    }

    void checkByKeyboard(String code) {
        page.tabTo(new ByChained(CHECK, By.tagName("input")));
        page.press(code, Keys.ENTER);
    }

    /** What the page says of the code. */
    void awaitResult(String text) {
        page.awaitResult(CHECK, text);
    }

    /** Nothing of it is on the screen any more, nor in the page. */
    void awaitGone(List<String> secrets) {
        page.screen().await("no more secret", () -> secrets.stream().noneMatch(page.browser().getPageSource()::contains));
    }
}
