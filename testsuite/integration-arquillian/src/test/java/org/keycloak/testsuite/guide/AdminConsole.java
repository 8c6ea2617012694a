package org.keycloak.testsuite.guide;

import org.keycloak.testsuite.arquillian.container.KeycloakServer;
import org.keycloak.testsuite.fixture.TestRealm;

import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;

import static org.keycloak.testsuite.guide.Screen.testId;

/**
 * Keycloak's admin console, used by the server's administrator.
 */
record AdminConsole(Screen screen, KeycloakServer server) {

    /** High enough that nothing has to be scrolled, and as narrow as the menu at the side allows: what the pages of the guide have room for. */
    private static final Dimension WINDOW = new Dimension(1280, 1900);

    /** At the realm's users, from where the menu leads on. */
    static AdminConsole open(Screen screen, KeycloakServer server, TestRealm realm) {
        AdminConsole console = new AdminConsole(screen, server);
        console.open(realm);
        return console;
    }

    private void open(TestRealm realm) {
        screen.browser().manage().window().setSize(WINDOW);
        // What follows the # alone would not load the console anew.
        screen.browser().get("about:blank");
        screen.browser().get(server.url() + "/admin/master/console/#/" + realm.name() + "/users");
        By password = By.id("password");
        screen.await("login or console", () -> isThere(password) || isThere(testId("nav-item-users")));
        if (isThere(password)) {
            screen.fill(By.id("username"), KeycloakServer.ADMIN);
            screen.fill(password, server.adminPassword());
            screen.click(By.id("kc-login"));
        }
    }

    private boolean isThere(By element) {
        return !screen.browser().findElements(element).isEmpty();
    }

    RequiredActionsPage requiredActions() {
        screen.click(testId("nav-item-authentication"));
        screen.click(testId("requiredActions"));
        return new RequiredActionsPage(screen);
    }

    FlowsPage flows() {
        screen.click(testId("nav-item-authentication"));
        screen.click(testId("flows"));
        return new FlowsPage(screen);
    }

    UserPage user(String name) {
        screen.click(testId("nav-item-users"));
        screen.click(By.xpath("//table//a[normalize-space()='" + name + "']"));
        return new UserPage(screen);
    }
}
