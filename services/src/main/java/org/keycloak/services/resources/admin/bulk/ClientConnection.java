package org.keycloak.services.resources.admin.bulk;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;

/**
 * The connection that a request came by.
 *
 * @param request {@code null} if there is none, so nobody can hang up
 */
record ClientConnection(ResteasyReactiveRequestContext request) {

    /** A client that doesn't read what is on its way keeps the connection open. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(1);

    /**
     * @return the one of this thread's request
     */
    static ClientConnection ofRequest() {
        return new ClientConnection(CurrentRequestManager.get());
    }

    /** Whether the client has hung up. The server's output drops what is written then, and fails only if it waits for the client. */
    boolean isClosed() {
        return request != null && request.serverResponse().closed();
    }

    /**
     * Cuts the reply off. If the writing of a reply only fails, the server writes another reply behind what is written. Another thread closes
     * the connection, so it has to be waited for.
     */
    void close() {
        if (request == null) {
            return;
        }
        request.serverRequest().closeConnection();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!isClosed() && System.nanoTime() < end) {
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }
}
