package org.keycloak.testsuite.performance;

import java.io.IOException;

/**
 * A request that is ready to be sent: what it takes to make one is not measured.
 */
public interface Call {

    /**
     * @return how long it took, in nanoseconds
     * @throws IOException where the reply is another than expected: nothing was measured then
     */
    long send() throws IOException, InterruptedException;
}
