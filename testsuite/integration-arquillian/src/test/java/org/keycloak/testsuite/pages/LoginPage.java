package org.keycloak.testsuite.pages;

import org.jboss.arquillian.drone.api.annotation.Drone;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.FindBy;

/**
 * Asks for user name and password.
 */
public class LoginPage {

    @Drone
    private WebDriver browser;

    @FindBy(id = "username")
    private WebElement username;

    @FindBy(id = "password")
    private WebElement password;

    @FindBy(id = "kc-login")
    private WebElement submit;

    public boolean isOpen() {
        return !browser.findElements(By.id("kc-form-login")).isEmpty();
    }

    public void login(String name, String secret) {
        username.sendKeys(name);
        reauthenticate(secret);
    }

    /** A user who is logged in is asked only for the password. */
    public void reauthenticate(String secret) {
        password.sendKeys(secret);
        Submission.click(browser, submit);
    }
}
