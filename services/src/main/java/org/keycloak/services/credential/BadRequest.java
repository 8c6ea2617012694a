package org.keycloak.services.credential;

import java.util.function.Supplier;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response.Status;

import org.keycloak.models.ModelValidationException;
import org.keycloak.services.ErrorResponse;

/**
 * The reply to a request with a value that is not allowed.
 */
public final class BadRequest {

    private BadRequest() {
    }

    /**
     * @param read reads what a request says
     * @return what it read
     * @throws WebApplicationException 400 with the message of the {@link ModelValidationException}, if there was one
     */
    public static <V> V ifInvalid(Supplier<V> read) {
        try {
            return read.get();
        } catch (ModelValidationException e) {
            throw ErrorResponse.error(e.getMessage(), Status.BAD_REQUEST);
        }
    }
}
