package org.keycloak.testsuite.desk;

import java.util.List;

import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.WebDriver;

/**
 * What somebody who waits at the group's page has seen of it, and how long the page didn't answer.
 */
record DeskGroupWatch(JavascriptExecutor browser) {

    /** It begins when the observer has seen a long task of its own: one that sees nothing would find every page fast. */
    private static final String BEGIN = """
            const done = arguments[arguments.length - 1];
            const watch = window.watch = { longest: 0, lines: 0, steps: { progress: [], drawing: [] } };
            let begun = false;
            new PerformanceObserver(list => {
                if (begun) {
                    list.getEntries().forEach(({ duration }) => watch.longest = Math.max(watch.longest, duration));
                }
                begun = true;
                done();
            }).observe({ type: "longtask" });
            new MutationObserver(() => {
                watch.lines = Math.max(watch.lines, document.querySelectorAll("#last li").length);
                for (const [id, steps] of Object.entries(watch.steps)) {
                    const value = document.getElementById(id)?.value;
                    if (value !== undefined && value !== steps.at(-1)) {
                        steps.push(value);
                    }
                }
            }).observe(document.body, { attributes: true, childList: true, subtree: true });
            setTimeout(() => {
                for (const until = performance.now() + 100; performance.now() < until;);
            });
            """;

    static DeskGroupWatch begin(WebDriver browser) {
        DeskGroupWatch watch = new DeskGroupWatch((JavascriptExecutor) browser);
        watch.browser.executeAsyncScript(BEGIN);
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

    /**
     * @return milliseconds, 0 if no task took 50 or more
     */
    long longestTask() {
        return (long) browser.executeScript("return Math.round(window.watch.longest)");
    }
}
