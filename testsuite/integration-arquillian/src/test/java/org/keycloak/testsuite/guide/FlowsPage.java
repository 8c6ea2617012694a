package org.keycloak.testsuite.guide;

import org.keycloak.testsuite.pages.Screen;

import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.WebDriver;

/**
 * Authentication &gt; Flows.
 */
record FlowsPage(Screen screen) {

    /** The dialog that asks for the name of the new flow. */
    DuplicateFlowDialog duplicate(String flow) {
        WebDriver.Window window = screen.browser().manage().window();
        Dimension size = window.getSize();
        // The table is wider than the page's window, and can't be scrolled to its menu.
        window.setSize(new Dimension(1600, size.height));
        screen.click(By.xpath("//tr[td[1]/a[normalize-space()='" + flow + "']]//button[@aria-label='Kebab toggle']"));
        screen.click(Choice.of("Duplicate"));
        window.setSize(size);
        return new DuplicateFlowDialog(screen);
    }
}
