package org.keycloak.testsuite.guide;

import org.keycloak.testsuite.pages.Screen;

import org.openqa.selenium.By;

import static org.keycloak.testsuite.pages.Screen.testId;

/**
 * Users &gt; a user.
 */
record UserPage(Screen screen) {

    static final By REQUIRED_ACTIONS = By.xpath("//*[@id='requiredActions']/ancestor::*[contains(@class, 'form__group')][last()]");
    static final By CREDENTIALS = By.xpath("//table[.//*[@data-testid='credentialType']]");

    void addRequiredAction(String action) {
        screen.click(By.cssSelector("#requiredActions [aria-label='Menu toggle']"));
        screen.click(Choice.of(action));
        screen.click(testId("user-creation-save"));
    }

    /** With the credentials of a type that has several. */
    void openCredentials() {
        screen.click(testId("credentials"));
        screen.click(By.xpath("//table//button[@aria-label='Details']"));
    }
}
