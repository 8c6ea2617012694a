package org.keycloak.testsuite.pages;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;

/**
 * Sends a form of Keycloak's, and waits for the next page. A browser may return from a click before the page is there.
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
     * The URL of the page's form, which is another one each time that Keycloak shows it. It is empty if there is no form. It is read from
     * the source, because an element may disappear while it is asked.
     */
    static String action(WebDriver browser) {
        Matcher form = FORM.matcher(browser.getPageSource());
        return form.find() ? form.group(1) : "";
    }
}
