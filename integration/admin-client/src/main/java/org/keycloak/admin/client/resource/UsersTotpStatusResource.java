package org.keycloak.admin.client.resource;

import java.util.List;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.keycloak.representations.idm.TotpStatusCountRepresentation;
import org.keycloak.representations.idm.UserTotpStatusRepresentation;

/**
 * The users of a realm with the status of their TOTPs.
 */
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public interface UsersTotpStatusResource {

    /**
     * Gets users in the order of Keycloak's list of users.
     *
     * @param status {@code none}, {@code unused}, {@code expired}, {@code used}, {@code locked}, or several of them with commas between them;
     *     {@code null} for any
     * @param first how many to leave out; {@code null} for none
     * @param max how many to get at most, 1 to 10,000; {@code null} for 100
     * @throws BadRequestException if a value is not allowed
     */
    @GET
    List<UserTotpStatusRepresentation> list(@QueryParam("status") String status, @QueryParam("first") Integer first, @QueryParam("max") Integer max);

    /**
     * Gets some of the users in the order of Keycloak's list of users.
     *
     * @param status as above
     * @param group id or path of a group whose members are meant; {@code null} for all users
     * @param subGroups whether the members of the groups below it are meant as well; {@code null} for no
     * @param search as in {@link UsersResource#search(String, Integer, Integer)}; {@code null} for all users
     * @param first as above
     * @param max as above
     * @throws BadRequestException if a value is not allowed, or there is no such group
     */
    @GET
    List<UserTotpStatusRepresentation> list(@QueryParam("status") String status, @QueryParam("group") String group, @QueryParam("subGroups") Boolean subGroups,
            @QueryParam("search") String search, @QueryParam("first") Integer first, @QueryParam("max") Integer max);

    /**
     * Gets the users as CSV, with a line for each TOTP, and one for a user without a TOTP.
     *
     * @param status as above
     * @param group as above
     * @param subGroups as above
     * @param search as above
     * @param first as above
     * @param max as above
     * @throws BadRequestException if a value is not allowed, or there is no such group
     */
    @GET
    @Produces("text/csv")
    String listAsCsv(@QueryParam("status") String status, @QueryParam("group") String group, @QueryParam("subGroups") Boolean subGroups,
            @QueryParam("search") String search, @QueryParam("first") Integer first, @QueryParam("max") Integer max);

    /**
     * Counts all users by their status.
     */
    @GET
    @Path("count")
    TotpStatusCountRepresentation count();

    /**
     * Counts some of the users by their status.
     *
     * @param group as above
     * @param subGroups as above
     * @param search as above
     * @throws BadRequestException if there is no such group
     */
    @GET
    @Path("count")
    TotpStatusCountRepresentation count(@QueryParam("group") String group, @QueryParam("subGroups") Boolean subGroups, @QueryParam("search") String search);
}
