package org.keycloak.testsuite.pages;

import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

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
public record Screen(WebDriver browser) {

    /** There is never more than one. */
    public static final By DIALOG = By.cssSelector("[role=dialog]");

    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final Duration INTERVAL = Duration.ofMillis(50);

    public static By testId(String id) {
        return By.cssSelector("[data-testid=\"" + id + "\"]");
    }

    public void await(By element) {
        await(element.toString(), () -> isThere(element));
    }

    public void awaitNone(By element) {
        await("no more " + element, () -> !isThere(element));
    }

    public void await(String what, BooleanSupplier condition) {
        until(what, condition::getAsBoolean);
    }

    public boolean isThere(By element) {
        return !browser.findElements(element).isEmpty();
    }

    public void click(By element) {
        until(element.toString(), () -> {
            browser.findElement(element).click();
            return true;
        });
    }

    /** In the place of what the field has; the keys are a user's, as a script's changes aren't seen by the application. */
    public void fill(By field, String text) {
        until(field + " = " + text, () -> {
            WebElement input = browser.findElement(field);
            input.sendKeys(Keys.chord(Keys.CONTROL, "a"), text);
            return text.equals(input.getDomProperty("value"));
        });
    }

    public String text(By element) {
        return until(element.toString(), () -> browser.findElement(element).getText().strip());
    }

    /**
     * @param result {@code null} as long as it isn't there
     */
    public <T> T until(String what, Supplier<T> result) {
        return new WebDriverWait(browser, TIMEOUT, INTERVAL)
                .ignoreAll(List.of(NoSuchElementException.class, StaleElementReferenceException.class, ElementNotInteractableException.class))
                .withMessage(() -> what + ", but the page shows:\n" + browser.findElement(By.tagName("body")).getText())
                .until(it -> result.get());
    }
}
