package org.keycloak.admin.client.resource;

import java.io.InputStream;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.keycloak.representations.idm.CreateCredentialsRepresentation;

public interface UsersResource {

    // after: userProfile

    /**
     * Creates a TOTP for each of the users who are selected.
     *
     * @param request the users, and the fields of their TOTPs
     * @return the reply in NDJSON, as it comes: {@link CreatedCredentials} reads it. It has secrets, which are shown this once only, and must be closed
     * @throws BadRequestException if the selection or a value is not allowed; nothing is done then
     * @throws ForbiddenException if the caller may not query users, or may not see the group or the role
     * @since Keycloak server 26.8.0
     */
    @POST
    @Path("create-totp")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(CreatedCredentials.NDJSON)
    InputStream createTotps(CreateCredentialsRepresentation request);

    /**
     * Creates a TOTP for each user that a line names.
     *
     * @param lines NDJSON in UTF-8: in each line a user by {@code id}, {@code username} or {@code email}, and the fields of the user's TOTP, as in
     *     {@link CreateCredentialsRepresentation.Line}; 10 MB at most
     * @return the reply in NDJSON, as it comes: {@link CreatedCredentials} reads it. It has secrets, which are shown this once only, and must be closed
     * @throws ForbiddenException if the caller may not query users
     * @throws ClientErrorException with status 413 if the request is too large
     * @since Keycloak server 26.8.0
     */
    @POST
    @Path("create-totp")
    @Consumes(CreatedCredentials.NDJSON)
    @Produces(CreatedCredentials.NDJSON)
    InputStream createTotps(InputStream lines);

    /**
     * Creates a credential of a type for each of the users who are selected, as {@link #createTotps(CreateCredentialsRepresentation)} does.
     *
     * @param type type of the credentials
     * @param request the users, and the fields of the type, in a class of the type's own
     * @throws NotFoundException if no credential of the type can be created
     * @since Keycloak server 26.8.0
     */
    @POST
    @Path("credential-types/{type}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(CreatedCredentials.NDJSON)
    InputStream createCredentials(@PathParam("type") String type, CreateCredentialsRepresentation request);

    /**
     * Creates a credential of a type for each user that a line names, as {@link #createTotps(InputStream)} does.
     *
     * @param type type of the credentials
     * @param lines NDJSON in UTF-8: in each line a user, and the fields of the type
     * @throws NotFoundException if no credential of the type can be created
     * @since Keycloak server 26.8.0
     */
    @POST
    @Path("credential-types/{type}")
    @Consumes(CreatedCredentials.NDJSON)
    @Produces(CreatedCredentials.NDJSON)
    InputStream createCredentials(@PathParam("type") String type, InputStream lines);

    /**
     * The users with the status of their TOTPs.
     *
     * @since Keycloak server 26.8.0
     */
    @Path("totp-status")
    UsersTotpStatusResource totpStatus();
}
