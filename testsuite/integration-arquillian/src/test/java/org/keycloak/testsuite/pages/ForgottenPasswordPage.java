package org.keycloak.testsuite.pages;

import org.jboss.arquillian.drone.api.annotation.Drone;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.FindBy;

/**
 * Sends a link to users who forgot their password.
 */
public class ForgottenPasswordPage {

    @Drone
    private WebDriver browser;

    @FindBy(id = "username")
    private WebElement username;

    @FindBy(css = "#kc-reset-password-form [type=submit]")
    private WebElement submit;

    /** Opens the page from the login page, as a user does. */
    public void open() {
        browser.findElement(By.partialLinkText("Forgot Password")).click();
        PageWait.until(browser, it -> it.getPageSource().contains("kc-reset-password-form"));
    }

    /** Returns when the mail was sent. */
    public void sendLink(String name) {
        username.sendKeys(name);
        Submission.click(browser, submit);
    }
}
