package org.keycloak.testsuite.guide;

import org.keycloak.testsuite.arquillian.container.KeycloakServer;
import org.keycloak.testsuite.fixture.TestRealm;
import org.keycloak.testsuite.pages.Screen;

import org.openqa.selenium.By;

import static org.keycloak.testsuite.pages.Screen.testId;

/**
 * Keycloak's admin console, used by the server's administrator.
 */
record AdminConsole(Screen screen, KeycloakServer server) {

    /** At the realm's users, from where the menu leads on. */
    static AdminConsole open(Screen screen, KeycloakServer server, TestRealm realm) {
        AdminConsole console = new AdminConsole(screen, server);
        console.open(realm);
        return console;
    }

    private void open(TestRealm realm) {
        // What follows the # alone would not load the console anew.
        screen.browser().get("about:blank");
        screen.browser().get(server.url() + "/admin/master/console/#/" + realm.name() + "/users");
        By password = By.id("password");
        screen.await("login or console", () -> screen.isThere(password) || screen.isThere(testId("nav-item-users")));
        if (screen.isThere(password)) {
            screen.fill(By.id("username"), KeycloakServer.ADMIN);
            screen.fill(password, server.adminPassword());
            screen.click(By.id("kc-login"));
        }
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
