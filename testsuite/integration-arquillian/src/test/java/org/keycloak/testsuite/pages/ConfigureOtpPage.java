package org.keycloak.testsuite.pages;

import org.jboss.arquillian.drone.api.annotation.Drone;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.FindBy;

/**
 * Where users set up an authenticator of their own.
 */
public class ConfigureOtpPage {

    @Drone
    private WebDriver browser;

    @FindBy(id = "mode-manual")
    private WebElement unableToScan;

    @FindBy(id = "kc-totp-secret-key")
    private WebElement secret;

    @FindBy(id = "totp")
    private WebElement code;

    @FindBy(id = "userLabel")
    private WebElement label;

    @FindBy(id = "saveTOTPBtn")
    private WebElement save;

    public boolean isOpen() {
        return !browser.findElements(By.id("kc-totp-settings-form")).isEmpty();
    }

    /** In Base32, as it is shown to those who can't scan the QR code. */
    public String secretToType() {
        unableToScan.click();
        PageWait.until(browser, it -> !it.findElements(By.id("kc-totp-secret-key")).isEmpty());
        return secret.getText().replace(" ", "");
    }

    public void save(String firstCode, String deviceName) {
        code.sendKeys(firstCode);
        label.sendKeys(deviceName);
        Submission.click(browser, save);
    }
}
