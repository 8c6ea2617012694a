package org.keycloak.testsuite.pages;

import org.jboss.arquillian.drone.api.annotation.Drone;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.FindBy;

/**
 * Where users choose a new password.
 */
public class UpdatePasswordPage {

    @Drone
    private WebDriver browser;

    @FindBy(id = "password-new")
    private WebElement password;

    @FindBy(id = "password-confirm")
    private WebElement again;

    @FindBy(css = "#kc-passwd-update-form [name=login]")
    private WebElement submit;

    public boolean isOpen() {
        return !browser.findElements(By.id("kc-passwd-update-form")).isEmpty();
    }

    public void save(String newPassword) {
        password.sendKeys(newPassword);
        again.sendKeys(newPassword);
        Submission.click(browser, submit);
    }
}
