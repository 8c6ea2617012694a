package org.keycloak.testsuite.guide;

import org.keycloak.testsuite.pages.Screen;

import org.openqa.selenium.By;

/**
 * Authentication &gt; Required actions.
 */
record RequiredActionsPage(Screen screen) {

    static final By TABS = By.cssSelector("[data-testid=requiredActions]");

    /** Switches "Set as default action" on. */
    void setAsDefault(String action) {
        By on = By.xpath(row(action) + "//input[starts-with(@id, 'default-')]");
        // The input itself is hidden: what is seen is drawn beside it.
        screen.click(By.xpath(row(action) + "//label[starts-with(@for, 'default-')]"));
        screen.await(action + " is a default action", () -> screen.browser().findElement(on).isSelected());
    }

    By rowAfter(String action) {
        return By.xpath(row(action) + "/following-sibling::tr[1]");
    }

    private static String row(String action) {
        return "//tr[td[normalize-space()='" + action + "']]";
    }
}
