package org.keycloak.testsuite.guide;

import org.openqa.selenium.By;

/**
 * An entry of the menu or list that is open: it lies anywhere in the page.
 */
final class Choice {

    private Choice() {
    }

    static By of(String text) {
        return By.xpath("//*[@role='menuitem' or @role='option'][normalize-space()='" + text + "']");
    }
}
