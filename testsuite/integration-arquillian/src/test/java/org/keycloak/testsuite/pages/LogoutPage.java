package org.keycloak.testsuite.pages;

import org.jboss.arquillian.drone.api.annotation.Drone;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.FindBy;

/**
 * Asks whether the user wants to leave.
 */
public class LogoutPage {

    @Drone
    private WebDriver browser;

    @FindBy(id = "kc-logout")
    private WebElement logout;

    public void confirm() {
        Submission.click(browser, logout);
    }
}
