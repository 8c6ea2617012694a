package org.keycloak.testsuite.pages;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jboss.arquillian.drone.api.annotation.Drone;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.FindBy;

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
        PageWait.until(browser, it -> it.getPageSource().contains("kc-recovery-code-login-form"));
    }

    /** The number of the code that the page asks for. The first is 1. */
    public int number() {
        Matcher number = NUMBER.matcher(prompt.getText());
        if (!number.find()) {
            throw new AssertionError("no number: " + prompt.getText());
        }
        return Integer.parseInt(number.group(1));
    }

    /** Returns when there is another page, which may ask again. */
    public void enter(String recoveryCode) {
        code.clear();
        code.sendKeys(recoveryCode);
        Submission.click(browser, submit);
    }

    /** What the page says of the code that was entered. */
    public String error() {
        return browser.findElement(By.id("input-error-recoveryCodeInput")).getText().strip();
    }
}
