package org.keycloak.testsuite.mariadb;

import org.keycloak.testsuite.fixture.AbstractServerTest;
import org.keycloak.testsuite.fixture.ChangeUnderTest;
import org.keycloak.testsuite.fixture.HttpReply;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.TargetsContainer;
import org.jboss.shrinkwrap.api.Archive;

import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * A test class on a server whose database compares text loosely: {@code a} is {@code A}, and spaces at the end don't count. The server
 * keeps no user in a cache, so that the database answers each question about a user's credentials.
 * <p>
 * A test extends this class, and is like one of {@link org.keycloak.testsuite.fixture.AbstractTotpTest}: {@code newUser()} is in a realm
 * that all share, {@link org.keycloak.testsuite.fixture.TestRealm#create} makes another. All such classes share one server, which starts
 * with the first of them, and deploy the same: the provider jar alone. A rule that is independent of how text is compared is tested on the
 * server that everything else is tested on.
 */
public abstract class AbstractMariaDbTest extends AbstractServerTest {

    @Deployment(testable = false)
    @TargetsContainer("mariadb")
    public static Archive<?> change() {
        return ChangeUnderTest.archive();
    }

    static void assertStatus(int status, HttpReply reply) {
        assertEquals(status, reply.status(), reply::toString);
    }
}
