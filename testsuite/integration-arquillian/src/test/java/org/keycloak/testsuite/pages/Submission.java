package org.keycloak.testsuite.pages;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;

/**
 * Sends a form of Keycloak's, and waits for the next page, as a browser may return from a click before it is there.
 */
final class Submission {

    private static final Pattern FORM = Pattern.compile("<form[^>]*\\saction=\"([^\"]*)\"");

    private Submission() {
    }

    static void click(WebDriver browser, WebElement submit) {
        String before = action(browser);
        submit.click();
        PageWait.until(browser, it -> !before.equals(action(it)));
    }

    /**
     * Where the page's form goes: another URL each time that Keycloak shows it, and empty where there is none. It is read off the source,
     * as an element may go while it is asked.
     */
    static String action(WebDriver browser) {
        Matcher form = FORM.matcher(browser.getPageSource());
        return form.find() ? form.group(1) : "";
    }
}
