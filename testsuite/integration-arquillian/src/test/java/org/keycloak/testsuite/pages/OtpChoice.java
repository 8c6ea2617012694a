package org.keycloak.testsuite.pages;

import java.util.List;

import org.jboss.arquillian.drone.api.annotation.Drone;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;

/**
 * The devices that a user can choose on the page that asks for a one-time code.
 */
public class OtpChoice {

    private static final By DEVICES = By.cssSelector("[id^=kc-otp-credential-]");

    @Drone
    private WebDriver browser;

    public List<String> labels() {
        return browser.findElements(DEVICES).stream().map(device -> device.getText().strip()).toList();
    }

    public void choose(String label) {
        List<WebElement> devices = browser.findElements(DEVICES);
        devices.get(labels().indexOf(label)).click();
    }
}
