package org.keycloak.testsuite.pages;

import java.util.stream.Collectors;

import org.jboss.arquillian.drone.api.annotation.Drone;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriver;

/**
 * The page where a login ends with a message.
 */
public class MessagePage {

    @Drone
    private WebDriver browser;

    /** The error, or empty if the page shows none. */
    public String error() {
        return text("kc-error-message");
    }

    /** What was done, or empty if the page doesn't say so. */
    public String info() {
        return text("kc-info-message");
    }

    private String text(String id) {
        return browser.findElements(By.id(id)).stream().map(it -> it.findElement(By.cssSelector(".instruction")).getText().strip())
                .collect(Collectors.joining());
    }
}
