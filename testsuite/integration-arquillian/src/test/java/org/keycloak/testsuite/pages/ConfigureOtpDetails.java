package org.keycloak.testsuite.pages;

import java.util.Base64;

import org.keycloak.testsuite.totp.QrCode;

import org.jboss.arquillian.drone.api.annotation.Drone;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.FindBy;

/**
 * What the page where users set up an authenticator says of it, and what it says of what they send.
 */
public class ConfigureOtpDetails {

    private static final String PNG = "data:image/png;base64,";

    @Drone
    private WebDriver browser;

    @FindBy(id = "kc-totp-secret-qr-code")
    private WebElement qrCode;

    @FindBy(id = "totp")
    private WebElement code;

    @FindBy(id = "saveTOTPBtn")
    private WebElement save;

    /** Of the QR code, as it is scanned. */
    public String keyUri() {
        String source = qrCode.getAttribute("src");
        if (!source.startsWith(PNG)) {
            throw new AssertionError("no picture: " + source);
        }
        return QrCode.of(Base64.getDecoder().decode(source.substring(PNG.length()).strip())).text();
    }

    /** To those who can't scan it. */
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

    /** The first code, and no name for the device. */
    public void save(String firstCode) {
        code.sendKeys(firstCode);
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
