package org.keycloak.testsuite.desk;

import java.util.List;

import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.WebDriver;

/**
 * What somebody who waits at the group's page has seen of it.
 */
record DeskGroupWatch(JavascriptExecutor browser) {

    private static final String BEGIN = """
            const watch = window.watch = { lines: 0, steps: { progress: [], drawing: [] } };
            new MutationObserver(() => {
                watch.lines = Math.max(watch.lines, document.querySelectorAll("#last li").length);
                for (const [id, steps] of Object.entries(watch.steps)) {
                    const value = document.getElementById(id)?.value;
                    if (value !== undefined && value !== steps.at(-1)) {
                        steps.push(value);
                    }
                }
            }).observe(document.body, { attributes: true, childList: true, subtree: true });
            """;

    static DeskGroupWatch begin(WebDriver browser) {
        DeskGroupWatch watch = new DeskGroupWatch((JavascriptExecutor) browser);
        watch.browser.executeScript(BEGIN);
        return watch;
    }

    /**
     * @param progress id of a progress bar
     * @return its values, one after the other
     */
    @SuppressWarnings("unchecked")
    List<Long> steps(String progress) {
        return (List<Long>) browser.executeScript("return window.watch.steps[arguments[0]]", progress);
    }

    /** How many of the users who were done last were shown at once. */
    long lines() {
        return (long) browser.executeScript("return window.watch.lines");
    }
}
