package org.keycloak.testsuite.desk;

import org.keycloak.testsuite.browser.AbstractBrowserTest;
import org.keycloak.testsuite.fixture.TestRealm;
import org.keycloak.testsuite.fixture.TestUser;

import org.junit.jupiter.api.BeforeEach;
import org.openqa.selenium.chromium.HasCdp;

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
            desk = company.newDesk("Ada", "Archer", roles());
        }
    }

    DeskRealm newCompany() {
        return DeskRealm.create(server());
    }

    String[] roles() {
        return new String[] {"manage-users", "query-groups"};
    }

    @Override
    protected TestRealm newRealm() {
        return company.realm();
    }

    DeskRealm company() {
        return company;
    }

    /** Who is at the help desk. */
    TestUser desk() {
        return desk;
    }
}
