package org.keycloak.testsuite.guide;

import java.time.Duration;
import java.util.function.BooleanSupplier;

import org.openqa.selenium.By;
import org.openqa.selenium.ElementNotInteractableException;
import org.openqa.selenium.Keys;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * What an application that runs in the browser shows: all of it comes in its own time, and an element may be replaced by another like it
 * while it is used.
 */
record Screen(WebDriver browser) {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final Duration INTERVAL = Duration.ofMillis(50);

    static By testId(String id) {
        return By.cssSelector("[data-testid=\"" + id + "\"]");
    }

    void await(By element) {
        await(element.toString(), () -> !browser.findElements(element).isEmpty());
    }

    void awaitNone(By element) {
        await("no more " + element, () -> browser.findElements(element).isEmpty());
    }

    void await(String what, BooleanSupplier condition) {
        new WebDriverWait(browser, TIMEOUT, INTERVAL)
                .ignoring(NoSuchElementException.class, StaleElementReferenceException.class)
                .ignoring(ElementNotInteractableException.class)
                .withMessage(what)
                .until(it -> condition.getAsBoolean());
    }

    void click(By element) {
        await(element.toString(), () -> {
            browser.findElement(element).click();
            return true;
        });
    }

    /** In the place of what the field has; the keys are a user's, as a script's changes aren't seen by the application. */
    void fill(By field, String text) {
        await(field + " = " + text, () -> {
            WebElement input = browser.findElement(field);
            input.sendKeys(Keys.chord(Keys.CONTROL, "a"), text);
            return text.equals(input.getDomProperty("value"));
        });
    }

    String text(By element) {
        StringBuilder text = new StringBuilder();
        await(element.toString(), () -> {
            text.append(browser.findElement(element).getText().strip());
            return true;
        });
        return text.toString();
    }
}
