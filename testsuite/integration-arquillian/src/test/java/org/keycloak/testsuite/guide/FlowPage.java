package org.keycloak.testsuite.guide;

import org.keycloak.testsuite.pages.Screen;

import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

import static org.keycloak.testsuite.pages.Screen.testId;

/**
 * Authentication &gt; Flows &gt; a flow: its steps and sub-flows, which are both called steps here.
 */
record FlowPage(Screen screen) {

    static final By TABLE = By.cssSelector("table[aria-label=Flows]");

    void setRequirement(String step, String requirement) {
        By list = By.xpath(row(step) + "//button[contains(@class, 'requirement-dropdown')]");
        screen.click(list);
        screen.click(Choice.of(requirement));
        screen.await(step + " is " + requirement, () -> screen.browser().findElement(list).getText().strip().equals(requirement));
    }

    void delete(String step) {
        screen.click(By.xpath(row(step) + "//button[@aria-label='Delete']"));
        screen.click(By.cssSelector("[role=dialog] [data-testid=confirm]"));
        screen.awaitNone(By.xpath(row(step)));
    }

    /** The console adds it disabled. */
    void addSubFlow(String subFlow, String name) {
        By field = By.cssSelector("[role=dialog] [data-testid=name]");
        openDialog(subFlow, "Add sub-flow", field);
        screen.fill(field, name);
        screen.click(By.cssSelector("[role=dialog] [data-testid=modal-add]"));
        screen.await(By.xpath(row(name)));
    }

    /** The console adds it disabled. */
    void addStep(String subFlow, String step) {
        By search = By.cssSelector("[role=dialog] input[aria-label=Search]");
        openDialog(subFlow, "Add execution", search);
        screen.fill(search, step);
        screen.browser().findElement(search).sendKeys(Keys.ENTER);
        screen.click(By.xpath("//*[@role='dialog']//label[normalize-space()='" + step + "']"));
        screen.click(By.cssSelector("[role=dialog] [data-testid=modal-add]"));
        screen.await(By.xpath(row(step)));
    }

    /** The console loads the flow anew after a change, which closes the menu: then once more. */
    private void openDialog(String subFlow, String kind, By opened) {
        By menu = By.xpath(row(subFlow) + "//button[contains(@data-testid, 'edit-dropdown')]");
        By choice = Choice.of(kind);
        screen.await(kind + " to " + subFlow, () -> {
            if (!screen.isThere(Screen.DIALOG)) {
                screen.browser().findElement(screen.isThere(choice) ? choice : menu).click();
            }
            return screen.isThere(opened);
        });
    }

    BindFlowDialog bind() {
        screen.click(testId("action-dropdown"));
        screen.click(Choice.of("Bind flow"));
        screen.await(Screen.DIALOG);
        return new BindFlowDialog(screen);
    }

    private static String row(String step) {
        return "//tr[.//*[@data-testid='" + step + "']]";
    }
}
