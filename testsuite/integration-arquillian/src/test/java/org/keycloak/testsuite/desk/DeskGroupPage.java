package org.keycloak.testsuite.desk;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.keycloak.testsuite.fixture.TestGroup;
import org.keycloak.testsuite.fixture.TestUser;

import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriver;

/**
 * The members of a group, and those of them who get an authenticator.
 */
record DeskGroupPage(DeskPage page) {

    static final By TITLE = By.cssSelector("main h2");
    private static final By GROUP = By.id("group");
    private static final By PROGRESS = By.cssSelector("#last li");
    private static final Pattern CREATED = Pattern.compile("Created: (\\d+)\\.");
    private static final int MANY_RUNS = 9;
    /** The user's id, and in a list the id of the authenticator. */
    private static final String SHEET_IDS = "return Object.fromEntries([...document.querySelectorAll('.desk-stack totp-sheet')].map(({ user, totp }) => [user.id, [totp.id]]))";
    private static final String SECRETS = """
            return [...document.querySelectorAll('.desk-stack totp-sheet')].flatMap(sheet =>
                [sheet.querySelector('.desk-key').textContent, sheet.querySelector('img').src])""";
    /** What the page answers if the browser is to leave it. The driver never shows the browser's question. */
    private static final String LEAVE = "return !dispatchEvent(new Event('beforeunload', { cancelable: true }))";
    private static final By MEMBERS = By.cssSelector("#members [data-tick]");

    /** Typed in, as by somebody who knows the path. */
    static DeskGroupPage open(WebDriver browser, TestUser desk, TestGroup group) {
        DeskPage page = DeskPage.open(browser, desk, "?group=");
        DeskGroupPage members = new DeskGroupPage(page);
        members.show(group);
        return members;
    }

    void show(TestGroup group) {
        page.screen().fill(GROUP, group.path());
        page.click("show");
    }

    void awaitMembers(String... names) {
        page.screen().await("members " + Arrays.toString(names), () -> members().equals(List.of(names)));
    }

    /** The user names of those who can be ticked. */
    private List<String> members() {
        return page.screen().all(MEMBERS, it -> it.getDomAttribute("data-tick"));
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

    /** All members without an authenticator in use, who are more than a page of the list shows. */
    void tickAll(int number) {
        page.click("tick-all");
        page.awaitText("Ticked: " + number);
    }

    /** Creates authenticators for those who are ticked. */
    void enrol() {
        page.click("enrol");
        awaitEnd("The authenticators are created");
    }

    void awaitEnd(String title) {
        page.screen().await(title, () -> page.screen().text(TITLE).equals(title));
    }

    /** The run goes on, and the page has some keys. */
    void awaitFirstSheets() {
        page.screen().await(PROGRESS);
    }

    /**
     * Until nobody is left. The server may be at work for the first run still, so that a user has got a lost one in the meantime.
     */
    void goOn() {
        for (int run = 0; page.offers("again"); run++) {
            if (run == MANY_RUNS) {
                throw new AssertionError("somebody is left:\n" + page.text());
            }
            page.click("again");
            page.screen().await("another run's end", () -> page.offers("close") && page.screen().text(TITLE).equals("The authenticators are created"));
        }
    }

    /** How many have got an authenticator, as the page says. */
    int created() {
        Matcher sums = CREATED.matcher(page.text());
        if (!sums.find()) {
            throw new AssertionError(page.text());
        }
        return Integer.parseInt(sums.group(1));
    }

    /**
     * @return ids of the users whose sheets are drawn, and the ids of the sheets' authenticators
     */
    @SuppressWarnings("unchecked")
    Map<String, List<String>> sheetIds() {
        return (Map<String, List<String>>) run(SHEET_IDS);
    }

    /** The keys of the sheets that are drawn, each as users type it, and as its QR code. */
    @SuppressWarnings("unchecked")
    List<String> secrets() {
        return (List<String>) run(SECRETS);
    }

    boolean asksBeforeTheBrowserLeaves() {
        return (boolean) run(LEAVE);
    }

    /** Nobody needs the sheets any more. The page asks, because nobody knows whether the browser's dialog was cancelled. */
    void done() {
        page.click("close");
        page.click("close-yes");
    }

    /** How many sheets are drawn for the printer. */
    int sheets() {
        return page.browser().findElements(By.cssSelector(".desk-stack totp-sheet")).size();
    }

    private Object run(String script) {
        return ((JavascriptExecutor) page.browser()).executeScript(script);
    }

    private static By box(String name) {
        return By.cssSelector("[data-tick='" + name + "']");
    }
}
