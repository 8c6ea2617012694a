package org.keycloak.testsuite.pages;

import java.time.Duration;
import java.util.function.Predicate;

import org.openqa.selenium.WebDriver;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * Waits for what the browser is about to show. Selenium by itself looks every half second, which is too seldom.
 */
public final class PageWait {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Duration INTERVAL = Duration.ofMillis(50);

    private PageWait() {
    }

    public static void until(WebDriver browser, Predicate<WebDriver> condition) {
        new WebDriverWait(browser, TIMEOUT, INTERVAL).withMessage(browser::getPageSource).until(condition::test);
    }
}
