package org.keycloak.testsuite.cluster;

import org.keycloak.testsuite.fixture.ChangeUnderTest;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.TargetsContainer;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/**
 * Two nodes that read users and used codes from the database each time.
 */
@DisabledIfSystemProperty(named = "keycloak.distribution", matches = ".*-26\\.[0-6]\\..*", disabledReason = "Keycloak can do it since 26.7")
class StatelessClusterTest extends AbstractClusterTest {

    @Deployment(testable = false)
    @TargetsContainer("stateless-cluster")
    public static Archive<?> change() {
        return ChangeUnderTest.archive();
    }
}
