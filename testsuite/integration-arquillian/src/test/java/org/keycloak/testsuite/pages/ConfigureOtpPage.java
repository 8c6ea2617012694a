package org.keycloak.testsuite.pages;

import org.keycloak.testsuite.totp.QrCode;

import org.jboss.arquillian.drone.api.annotation.Drone;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.FindBy;

/**
 * Where users set up an authenticator of their own.
 */
public class ConfigureOtpPage {

    private static final String PNG = "data:image/png;base64,";

    @Drone
    private WebDriver browser;

    @FindBy(id = "kc-totp-secret-qr-code")
    private WebElement qrCode;

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

    /** What the QR code says. */
    public String keyUri() {
        String source = qrCode.getAttribute("src");
        if (!source.startsWith(PNG)) {
            throw new AssertionError("no picture: " + source);
        }
        return QrCode.of(source.substring(PNG.length()).strip()).text();
    }

    /** In Base32, as the page shows it to users who can't scan the QR code. With it come the parameters that follow. */
    public String secretToType() {
        unableToScan.click();
        PageWait.until(browser, it -> !it.findElements(By.id("kc-totp-secret-key")).isEmpty());
        return secret.getText().replace(" ", "");
    }

    public String type() {
        return text("kc-totp-type");
    }

    public String algorithm() {
        return text("kc-totp-algorithm");
    }

    public String digits() {
        return text("kc-totp-digits");
    }

    public String period() {
        return text("kc-totp-period");
    }

    /** Sends the first code, and no name for the device. */
    public void save(String firstCode) {
        save(firstCode, "");
    }

    public void save(String firstCode, String deviceName) {
        code.sendKeys(firstCode);
        label.sendKeys(deviceName);
        Submission.click(browser, save);
    }

    public String codeError() {
        return text("input-error-otp-code");
    }

    public String labelError() {
        return text("input-error-otp-label");
    }

    private String text(String id) {
        return browser.findElement(By.id(id)).getText().strip();
    }
}
