package org.keycloak.admin.client.resource;

import java.util.List;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.keycloak.representations.idm.TotpMethodRepresentation;

/**
 * The TOTP methods of a realm.
 */
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public interface TotpMethodsResource {

    /**
     * Gets all methods in the order of their names, each with the number of its credentials.
     */
    @GET
    List<TotpMethodRepresentation> list();

    /**
     * Gets the methods whose name contains a text.
     *
     * @param search the text, in upper or lower case; {@code null} for any
     * @param first how many to leave out; {@code null} for none
     * @param max how many to get at most; {@code null} for all
     */
    @GET
    List<TotpMethodRepresentation> list(@QueryParam("search") String search, @QueryParam("first") Integer first, @QueryParam("max") Integer max);

    /**
     * Creates a method.
     *
     * @param method with a name and an issuer; all else has defaults
     * @return 201 with the location of the method; 400 if a value is not allowed; 409 if the realm has a method of this name
     */
    @POST
    Response create(TotpMethodRepresentation method);

    /**
     * @param id id of the method; nothing is sent yet
     */
    @Path("{id}")
    TotpMethodResource get(@PathParam("id") String id);
}
