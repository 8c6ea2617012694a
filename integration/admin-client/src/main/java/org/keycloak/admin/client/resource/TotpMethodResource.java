package org.keycloak.admin.client.resource;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.keycloak.representations.idm.TotpMethodRepresentation;

/**
 * One TOTP method of a realm.
 */
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public interface TotpMethodResource {

    /**
     * Gets the method, with the number of its credentials.
     *
     * @throws NotFoundException if the realm has no method of this id
     */
    @GET
    TotpMethodRepresentation toRepresentation();

    /**
     * Updates the method.
     *
     * @param method what is to change; a value that is {@code null} stays
     * @throws BadRequestException if a value is not allowed
     * @throws ClientErrorException with status 409 if the realm has another method of this name, or something refers to this one by its
     *     present name
     */
    @PUT
    void update(TotpMethodRepresentation method);

    /**
     * Removes the method. Its credentials go on working as they were made.
     *
     * @throws ClientErrorException with status 409 if it is the realm's default method, or the configuration of an authenticator or of a required
     *     action refers to it
     */
    @DELETE
    void remove();

    /**
     * Removes the method, as {@link #remove()} does.
     *
     * @param removeCredentials whether its credentials are removed too: this needs the right to manage all users
     */
    @DELETE
    void remove(@QueryParam("removeCredentials") boolean removeCredentials);
}
