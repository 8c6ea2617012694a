package org.keycloak.services.resources.admin.bulk;

import java.util.function.BooleanSupplier;

import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;

/**
 * Tells whether the client of the present request has hung up. The server's output drops what is written then, and fails only if it waits for
 * the client.
 */
final class HangUp {

    private HangUp() {
    }

    /**
     * @return for the request of this thread
     */
    static BooleanSupplier ofRequest() {
        ResteasyReactiveRequestContext request = CurrentRequestManager.get();
        return () -> request != null && request.serverResponse().closed();
    }
}
