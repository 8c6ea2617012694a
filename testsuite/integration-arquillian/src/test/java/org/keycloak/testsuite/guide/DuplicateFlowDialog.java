package org.keycloak.testsuite.guide;

import org.keycloak.testsuite.pages.Screen;

import org.openqa.selenium.By;

import static org.keycloak.testsuite.pages.Screen.testId;

/**
 * Authentication &gt; Flows &gt; the menu of a flow &gt; Duplicate.
 */
record DuplicateFlowDialog(Screen screen) {

    void fill(String name, String description) {
        screen.fill(By.cssSelector("[role=dialog] [name=alias]"), name);
        screen.fill(By.cssSelector("[role=dialog] [name=description]"), description);
    }

    FlowPage confirm(String name) {
        screen.click(By.cssSelector("[role=dialog] [data-testid=confirm]"));
        screen.awaitNone(Screen.DIALOG);
        screen.await("page of " + name, () -> screen.text(testId("view-header")).equals(name));
        return new FlowPage(screen);
    }
}
