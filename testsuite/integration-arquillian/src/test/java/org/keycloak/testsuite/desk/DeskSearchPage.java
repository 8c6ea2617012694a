package org.keycloak.testsuite.desk;

import java.util.Arrays;
import java.util.List;

import org.keycloak.testsuite.fixture.TestUser;

import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;

/**
 * Finds users.
 */
record DeskSearchPage(DeskPage page) {

    static final By FIELD = By.id("search");
    private static final By FOUND = By.cssSelector("#found [data-user]");

    static DeskSearchPage open(WebDriver browser, TestUser desk) {
        return of(DeskPage.open(browser, desk, ""));
    }

    static DeskSearchPage of(DeskPage page) {
        page.screen().await(FIELD);
        return new DeskSearchPage(page);
    }

    DeskSearchPage find(String text) {
        page.screen().fill(FIELD, text);
        page.click("find");
        return this;
    }

    void findByKeyboard(String text) {
        page.tabTo(FIELD);
        page.press(text, Keys.ENTER);
    }

    /** The user names, in their order. */
    List<String> names() {
        return page.screen().all(FOUND, it -> it.getDomAttribute("data-user"));
    }

    void awaitNames(String... names) {
        page.screen().await("found " + Arrays.toString(names), () -> names().equals(List.of(names)));
    }

    String row(String name) {
        return page.screen().text(By.xpath("//*[@id='found']//tr[.//*[@data-user='" + name + "']]"));
    }

    DeskUserPage choose(String name) {
        page.screen().click(link(name));
        return DeskUserPage.of(page);
    }

    DeskUserPage chooseByKeyboard(String name) {
        page.tabTo(link(name));
        page.press(Keys.ENTER);
        return DeskUserPage.of(page);
    }

    /** What the field has. */
    String text() {
        WebElement field = page.browser().findElement(FIELD);
        return field.getDomProperty("value");
    }

    private static By link(String name) {
        return By.cssSelector("#found [data-user='" + name + "']");
    }
}
