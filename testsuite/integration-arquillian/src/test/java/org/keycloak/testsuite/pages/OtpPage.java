package org.keycloak.testsuite.pages;

import org.jboss.arquillian.drone.api.annotation.Drone;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.FindBy;

/**
 * Asks for a one-time code.
 */
public class OtpPage {

    @Drone
    private WebDriver browser;

    @FindBy(id = "otp")
    private WebElement otp;

    @FindBy(id = "kc-login")
    private WebElement submit;

    public boolean isOpen() {
        return !browser.findElements(By.id("kc-otp-login-form")).isEmpty();
    }

    public void enter(String code) {
        otp.clear();
        otp.sendKeys(code);
        Submission.click(browser, submit);
    }

    /** What the page says of the code that was entered. */
    public String error() {
        return browser.findElement(By.id("input-error-otp")).getText().strip();
    }
}
