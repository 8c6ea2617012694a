package org.keycloak.testsuite.pages;

import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;

import org.jboss.arquillian.graphene.proxy.GrapheneProxyInstance;
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

    /** The driver itself: Graphene would look for a lost element of a list by its place in the list, where there may be none by now. */
    public Screen {
        browser = browser instanceof GrapheneProxyInstance proxy ? proxy.unwrap() : browser;
    }

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

    public List<String> texts(By elements) {
        return all(elements, element -> element.getText().strip());
    }

    /** All of them at one moment, and none of another. */
    public <T> List<T> all(By elements, Function<WebElement, T> read) {
        return until("all of " + elements, () -> browser.findElements(elements).stream().map(read).toList());
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
