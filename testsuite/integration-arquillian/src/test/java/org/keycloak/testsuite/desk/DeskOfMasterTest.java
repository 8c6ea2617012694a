package org.keycloak.testsuite.desk;

import java.util.List;

import org.keycloak.testsuite.fixture.TestRealm;
import org.keycloak.testsuite.fixture.TestUser;
import org.keycloak.testsuite.totp.Authenticator;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.keycloak.testsuite.fixture.Logins.assertGranted;

/**
 * An administrator of realm {@code master} is at the help desk of another realm.
 */
class DeskOfMasterTest extends AbstractDeskTest {

    private static final By REALM = By.id("realm");

    @Test
    void realmIsChosen() {
        TestRealm master = realm().master();
        TestUser admin = master.newUser();
        admin.resource().roles().realmLevel().add(List.of(master.resource().roles().get("admin").toRepresentation()));
        TestUser user = company().newUser("Uma", "Underwood");
        DeskPage page = DeskSearchPage.open(browser, admin).page();

        page.screen().click(By.cssSelector("#realm option[value='" + realm().name() + "']"));
        page.screen().click(By.cssSelector("header [data-action=realm]"));
        page.screen().await("the other realm", () -> browser.getCurrentUrl().endsWith(DeskPage.query("realm", realm().name())) && page.screen().isThere(REALM));
        assertEquals(realm().name(), browser.findElement(REALM).getDomProperty("value"));
        DeskNewSecret created = DeskSearchPage.of(page).find("under").choose("uma").create("Phone", false);

        Authenticator phone = created.scan();
        assertGranted(user.login(phone.code()));
        assertEquals(List.of("Phone"), user.otpLabels());
        assertTrue(browser.getCurrentUrl().startsWith(page.address()), browser::getCurrentUrl);
        forgetCookies(master);
    }
}
