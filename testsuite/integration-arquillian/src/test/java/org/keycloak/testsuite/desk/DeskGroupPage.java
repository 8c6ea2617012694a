package org.keycloak.testsuite.desk;

import java.util.Arrays;
import java.util.List;

import org.keycloak.testsuite.fixture.TestGroup;
import org.keycloak.testsuite.fixture.TestUser;

import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriver;

/**
 * The members of a group, and those of them who get an authenticator.
 */
record DeskGroupPage(DeskPage page) {

    static final By TITLE = By.cssSelector("main h2");
    private static final By GROUP = By.id("group");
    private static final By MEMBERS = By.cssSelector("#members [data-tick]");

    /** Typed in, as by somebody who knows the path. */
    static DeskGroupPage open(WebDriver browser, TestUser desk, TestGroup group) {
        DeskPage page = DeskPage.open(browser, desk, "?group=");
        page.screen().fill(GROUP, group.path());
        page.click("show");
        return new DeskGroupPage(page);
    }

    void awaitMembers(String... names) {
        page.screen().await("members " + Arrays.toString(names), () -> members().equals(List.of(names)));
    }

    /** The user names of those who can be ticked. */
    private List<String> members() {
        return page.browser().findElements(MEMBERS).stream().map(it -> it.getDomAttribute("data-tick")).toList();
    }

    void show(String members) {
        page.screen().click(By.xpath("//select[@id='status']/option[normalize-space()='" + members + "']"));
        page.click("show");
    }

    void tick(String name) {
        page.screen().click(box(name));
    }

    void tickByKeyboard(String name) {
        page.tabTo(box(name));
        page.press(Keys.SPACE);
    }

    void choose(String checkbox) {
        page.screen().click(By.id(checkbox));
    }

    boolean offers(String checkbox) {
        return page.screen().isThere(By.id(checkbox));
    }

    void tickPage() {
        choose("tick-page");
    }

    /** Creates authenticators for those who are ticked. */
    void enrol() {
        page.click("enrol");
        awaitEnd("The authenticators are created");
    }

    void awaitEnd(String title) {
        page.screen().await(title, () -> page.screen().text(TITLE).equals(title));
    }

    /** How many sheets are drawn for the printer. */
    int sheets() {
        return page.browser().findElements(By.cssSelector(".desk-stack totp-sheet")).size();
    }

    private static By box(String name) {
        return By.cssSelector("[data-tick='" + name + "']");
    }
}
