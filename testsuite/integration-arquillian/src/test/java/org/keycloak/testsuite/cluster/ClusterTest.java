package org.keycloak.testsuite.cluster;

import org.keycloak.testsuite.fixture.ChangeUnderTest;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.TargetsContainer;
import org.jboss.shrinkwrap.api.Archive;

/**
 * Two nodes that keep users and used codes in caches.
 */
class ClusterTest extends AbstractClusterTest {

    @Deployment(testable = false)
    @TargetsContainer("cluster")
    public static Archive<?> change() {
        return ChangeUnderTest.archive();
    }
}
