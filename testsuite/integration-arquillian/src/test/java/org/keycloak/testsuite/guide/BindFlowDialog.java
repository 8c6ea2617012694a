package org.keycloak.testsuite.guide;

import org.keycloak.testsuite.pages.Screen;

import org.openqa.selenium.By;

/**
 * Authentication &gt; Flows &gt; a flow &gt; Action &gt; Bind flow: it proposes the browser flow.
 */
record BindFlowDialog(Screen screen) {

    void choose(String type) {
        screen.click(By.id("chooseBindingType"));
        screen.click(Choice.of(type));
    }

    void save() {
        screen.click(By.cssSelector("[role=dialog] [data-testid=save]"));
        screen.awaitNone(Screen.DIALOG);
    }
}
