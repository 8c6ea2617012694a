package org.keycloak.admin.client.resource;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.keycloak.representations.idm.CreateTotpRepresentation;
import org.keycloak.representations.idm.VerifyTotpRepresentation;

/**
 * The TOTP of one user, for a client that has no such methods in {@link UserResource}. {@link UserTotp#of} is the short way to get
 * it; {@code keycloak.proxy(UserTotpResource.class, uri)} takes the user's URI in the admin API.
 */
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public interface UserTotpResource {

    /**
     * Creates a TOTP for the user with the realm's defaults. It can be used at once.
     *
     * @return the credential with its secret and QR code, which are shown this once only
     * @throws BadRequestException where the user has a TOTP already
     */
    @PUT
    @Path("create-totp")
    CreateTotpRepresentation createTotp();

    /**
     * Creates a TOTP for the user. It can be used at once.
     *
     * @param totp what differs from the realm's defaults
     * @return the credential with its secret and QR code, which are shown this once only
     * @throws BadRequestException where a value is not allowed, or the user has a TOTP already
     * @throws ClientErrorException with status 409, where the user has a credential with this label
     */
    @PUT
    @Path("create-totp")
    CreateTotpRepresentation createTotp(CreateTotpRepresentation totp);

    /**
     * Creates a TOTP for the user, as {@link #createTotp(CreateTotpRepresentation)} does.
     *
     * @return its QR code, a PNG
     */
    @PUT
    @Path("create-totp")
    @Produces("image/png")
    byte[] createTotpQrCode(CreateTotpRepresentation totp);

    /**
     * Removes the user's OTP credentials, if there are any.
     */
    @PUT
    @Path("remove-totp")
    void removeTotp();

    /**
     * Checks a code of the user's TOTP as a login does: a valid code is used up.
     *
     * @param code the code, and optionally the id of the credential that it is of
     * @return whether it is valid, and the id of the credential that it is of
     * @throws BadRequestException where there is no code, or the user has no TOTP
     */
    @PUT
    @Path("verify-totp")
    VerifyTotpRepresentation verifyTotp(VerifyTotpRepresentation code);
}
