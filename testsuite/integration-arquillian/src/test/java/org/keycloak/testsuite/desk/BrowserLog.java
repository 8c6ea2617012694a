package org.keycloak.testsuite.desk;

import java.util.List;
import java.util.logging.Level;

import org.openqa.selenium.WebDriver;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;

/**
 * What Chromium writes into its console.
 */
final class BrowserLog {

    private static final String REFUSED_BY_THE_SERVER = "Failed to load resource: the server responded with a status of 4";

    private BrowserLog() {
    }

    /** Since the last time. The browser says so if the page may not do something, or fails. It also says what the server refused, which isn't among these. */
    static List<String> complaints(WebDriver browser) {
        return browser.manage().logs().get(LogType.BROWSER).getAll().stream().filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(LogEntry::getMessage).filter(message -> !message.contains(REFUSED_BY_THE_SERVER)).toList();
    }
}
