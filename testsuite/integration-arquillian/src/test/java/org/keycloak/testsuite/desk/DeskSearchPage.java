package org.keycloak.testsuite.desk;

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

    private static final By FIELD = By.id("search");
    private static final By FIND = By.cssSelector("form[role=search] button");
    private static final By FOUND = By.cssSelector("main a[href^='?user=']");

    static DeskSearchPage open(WebDriver browser, TestUser desk) {
        return of(DeskPage.open(browser, desk, ""));
    }

    static DeskSearchPage of(DeskPage page) {
        page.screen().await(FIELD);
        return new DeskSearchPage(page);
    }

    void find(String text) {
        page.screen().fill(FIELD, text);
        page.screen().click(FIND);
    }

    void findByKeyboard(String text) {
        page.tabTo(FIELD);
        page.press(Keys.chord(Keys.CONTROL, "a"), text, Keys.ENTER);
    }

    List<String> names() {
        return page.browser().findElements(FOUND).stream().map(WebElement::getText).toList();
    }

    void awaitNames(String... names) {
        page.screen().await("found " + List.of(names), () -> names().equals(List.of(names)));
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

    String search() {
        return page.browser().findElement(FIELD).getDomProperty("value");
    }

    private static By link(String name) {
        return By.xpath("//main//a[starts-with(@href, '?user=')][normalize-space()='" + name + "']");
    }
}
