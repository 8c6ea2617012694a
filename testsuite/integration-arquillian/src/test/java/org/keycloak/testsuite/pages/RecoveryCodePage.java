package org.keycloak.testsuite.pages;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jboss.arquillian.drone.api.annotation.Drone;
import org.openqa.selenium.By;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.FindBy;
import org.openqa.selenium.support.ui.Wait;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * Asks for one of the user's recovery codes.
 */
public class RecoveryCodePage {

    private static final Pattern NUMBER = Pattern.compile("#(\\d+)");

    @Drone
    private WebDriver browser;

    @FindBy(css = "label[for=recoveryCodeInput]")
    private WebElement prompt;

    @FindBy(id = "recoveryCodeInput")
    private WebElement code;

    @FindBy(id = "kc-login")
    private WebElement submit;

    public void await() {
        patiently().until(it -> !action().isEmpty());
    }

    /** Which of the codes it asks for; the first is 1. */
    public int number() {
        Matcher number = NUMBER.matcher(prompt.getText());
        if (!number.find()) {
            throw new AssertionError("no number: " + prompt.getText());
        }
        return Integer.parseInt(number.group(1));
    }

    /** Returns when there is another page, which may ask again. */
    public void enter(String recoveryCode) {
        String asked = action();
        code.clear();
        code.sendKeys(recoveryCode);
        submit.click();
        patiently().until(it -> !asked.equals(action()));
    }

    /** What the page says of the code that was entered. */
    public String error() {
        return browser.findElement(By.id("input-error-recoveryCodeInput")).getText().strip();
    }

    /** Where the code goes: another URL each time that the page is shown. Empty where it isn't. */
    private String action() {
        return browser.findElements(By.id("kc-recovery-code-login-form")).stream().map(form -> form.getAttribute("action")).findFirst().orElse("");
    }

    private Wait<WebDriver> patiently() {
        return new WebDriverWait(browser, Duration.ofSeconds(10)).ignoring(StaleElementReferenceException.class)
                .withMessage(browser::getPageSource);
    }
}
