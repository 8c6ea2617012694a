package org.keycloak.testsuite.desk;

import java.util.List;

import org.keycloak.testsuite.browser.AbstractBrowserTest;
import org.keycloak.testsuite.fixture.ManagementRoles;
import org.keycloak.testsuite.fixture.TestRealm;
import org.keycloak.testsuite.fixture.TestUser;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.openqa.selenium.chromium.HasCdp;

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

    @AfterEach
    void assertBrowserHasNothingToComplainOf() {
        if (browser instanceof HasCdp) {
            assertEquals(List.of(), BrowserLog.complaints(browser));
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
