package org.keycloak.services.resources.admin.bulk;

import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;

/**
 * The connection that a request came by.
 *
 * @param request {@code null} if there is none, so nobody can hang up
 */
record ClientConnection(ResteasyReactiveRequestContext request) {

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

    /** Cuts the reply off. If the writing of a reply only fails, the server may write another reply behind what is written. */
    void close() {
        if (request != null) {
            request.serverRequest().closeConnection();
        }
    }
}
