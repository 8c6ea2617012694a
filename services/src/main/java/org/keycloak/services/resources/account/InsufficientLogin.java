package org.keycloak.services.resources.account;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;

import org.keycloak.representations.idm.ErrorRepresentation;
import org.keycloak.services.ErrorResponse;
import org.keycloak.services.ErrorResponseException;
import org.keycloak.services.cors.Cors;

/**
 * Tells the client that the login isn't enough. If a new login would be enough, the reply says as in RFC 9470 what it must be like.
 */
final class InsufficientLogin {

    private InsufficientLogin() {
    }

    /**
     * @param description without a quotation mark
     * @param parameter what the new login must be like
     */
    static WebApplicationException exception(String message, String description, String parameter) {
        ErrorRepresentation error = new ErrorRepresentation();
        error.setErrorMessage(message);
        Cors.builder().exposedHeaders(HttpHeaders.WWW_AUTHENTICATE).add();
        return new ErrorResponseException(Response.status(Status.UNAUTHORIZED)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"insufficient_user_authentication\", "
                        + "error_description=\"" + description + "\", " + parameter)
                .type(MediaType.APPLICATION_JSON_TYPE).entity(error).build());
    }

    /** If no login is recent enough for the realm: a challenge would send the client to the login page and back without end. */
    static WebApplicationException ofAnyAge(String message) {
        return ErrorResponse.error(message, Status.FORBIDDEN);
    }
}
