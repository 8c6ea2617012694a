package org.keycloak.testsuite.desk;

import java.util.List;
import java.util.logging.Level;

import org.keycloak.testsuite.browser.AbstractBrowserTest;
import org.keycloak.testsuite.fixture.ManagementRoles;
import org.keycloak.testsuite.fixture.TestRealm;
import org.keycloak.testsuite.fixture.TestUser;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.openqa.selenium.chromium.HasCdp;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * A test class that uses the help desk's page, in a realm of its own. The browser keeps its session from test to test.
 */
abstract class AbstractDeskTest extends AbstractBrowserTest {

    private DeskRealm company;
    private TestUser desk;

    @BeforeEach
    void openCompany() {
        assumeTrue(browser instanceof HasCdp, "the page needs Chromium");
        if (company == null) {
            company = newCompany();
            desk = company.newDesk("Ada", "Archer", ManagementRoles.MANAGE_OTP);
        }
    }

    /** The browser says so if the page may not do something, or fails. It also says what the server refused. */
    @AfterEach
    void assertBrowserHasNothingToComplainOf() {
        if (browser instanceof HasCdp) {
            List<String> complaints = browser.manage().logs().get(LogType.BROWSER).getAll().stream().filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                    .map(LogEntry::getMessage).filter(message -> !message.contains("Failed to load resource: the server responded with a status of 4")).toList();
            assertEquals(List.of(), complaints);
        }
    }

    /** A class adds the users that all of its tests share. */
    DeskRealm newCompany() {
        return DeskRealm.create(server());
    }

    @Override
    protected TestRealm newRealm() {
        return company.realm();
    }

    DeskRealm company() {
        return company;
    }

    /** Who is at the help desk, with the right to do that and no more. */
    TestUser desk() {
        return desk;
    }

    DeskUserPage open(TestUser user) {
        return DeskUserPage.open(browser, desk, user);
    }
}
