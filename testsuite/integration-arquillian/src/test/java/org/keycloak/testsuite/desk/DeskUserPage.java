package org.keycloak.testsuite.desk;

import org.keycloak.testsuite.fixture.TestUser;

import org.openqa.selenium.By;
import org.openqa.selenium.WebDriver;

/**
 * A user with the second factors.
 */
record DeskUserPage(DeskPage page) {

    private static final By USER = By.tagName("user-page");

    static DeskUserPage open(WebDriver browser, TestUser desk, TestUser user) {
        return of(DeskPage.open(browser, desk, DeskPage.query("user", user.id())));
    }

    static DeskUserPage of(DeskPage page) {
        page.screen().await(USER);
        return new DeskUserPage(page);
    }
}
