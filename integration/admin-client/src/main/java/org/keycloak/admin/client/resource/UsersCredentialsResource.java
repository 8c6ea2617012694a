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

/**
 * The credentials that an administrator creates for many users in one request, for a client that has no such methods in {@link UsersResource}.
 * The reply has a line for each user as soon as the user's credential is stored: read it with {@link CreatedCredentials}, which must be closed.
 */
@Produces(CreatedCredentials.NDJSON)
public interface UsersCredentialsResource {

    /**
     * Creates a TOTP for each of the users who are selected.
     *
     * @param request the users, and the fields of their TOTPs
     * @return the reply in NDJSON, as it comes; it has secrets, which are shown this once only
     * @throws BadRequestException if the selection or a value is not allowed; nothing is done then
     * @throws ForbiddenException if the caller may not query users, or may not see the group or the role
     */
    @POST
    @Path("create-totp")
    @Consumes(MediaType.APPLICATION_JSON)
    InputStream createTotps(CreateCredentialsRepresentation request);

    /**
     * Creates a TOTP for each user that a line names.
     *
     * @param lines NDJSON in UTF-8: in each line a user by {@code id}, {@code username} or {@code email}, and the fields of the user's TOTP, as in
     *     {@link CreateCredentialsRepresentation.Line}; 10 MB at most
     * @return the reply in NDJSON, as it comes; it has secrets, which are shown this once only
     * @throws ForbiddenException if the caller may not query users
     * @throws ClientErrorException with status 413 if the request is too large
     */
    @POST
    @Path("create-totp")
    @Consumes(CreatedCredentials.NDJSON)
    InputStream createTotps(InputStream lines);

    /**
     * Creates a credential of a type for each of the users who are selected, as {@link #createTotps(CreateCredentialsRepresentation)} does.
     *
     * @param type type of the credentials
     * @param request the users, and the fields of the type, in a class of the type's own
     * @throws NotFoundException if no credential of the type can be created
     */
    @POST
    @Path("credential-types/{type}")
    @Consumes(MediaType.APPLICATION_JSON)
    InputStream createCredentials(@PathParam("type") String type, CreateCredentialsRepresentation request);

    /**
     * Creates a credential of a type for each user that a line names, as {@link #createTotps(InputStream)} does.
     *
     * @param type type of the credentials
     * @param lines NDJSON in UTF-8: in each line a user, and the fields of the type
     * @throws NotFoundException if no credential of the type can be created
     */
    @POST
    @Path("credential-types/{type}")
    @Consumes(CreatedCredentials.NDJSON)
    InputStream createCredentials(@PathParam("type") String type, InputStream lines);
}
