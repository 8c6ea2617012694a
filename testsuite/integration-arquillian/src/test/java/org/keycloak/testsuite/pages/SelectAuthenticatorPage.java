package org.keycloak.testsuite.pages;

import java.util.List;

import org.jboss.arquillian.drone.api.annotation.Drone;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;

/**
 * The link on pages that ask for a credential, and the page behind it, where users choose a kind of credential.
 */
public class SelectAuthenticatorPage {

    private static final By LINK = By.id("try-another-way");
    private static final By KINDS = By.cssSelector("[role=list] > li");
    private static final By HEADING = By.cssSelector("h2");

    @Drone
    private WebDriver browser;

    /** Whether there is another way. */
    public boolean isOffered() {
        return !browser.findElements(LINK).isEmpty();
    }

    public void tryAnotherWay() {
        Submission.click(browser, browser.findElement(LINK));
    }

    public List<String> names() {
        return browser.findElements(KINDS).stream().map(SelectAuthenticatorPage::name).toList();
    }

    /** By the heading: only later versions of Keycloak have a button around it. */
    public void choose(String name) {
        WebElement kind = browser.findElements(KINDS).stream().filter(it -> name.equals(name(it))).findFirst().orElseThrow();
        Submission.click(browser, kind.findElement(HEADING));
    }

    private static String name(WebElement kind) {
        return kind.findElement(HEADING).getText().strip();
    }
}
