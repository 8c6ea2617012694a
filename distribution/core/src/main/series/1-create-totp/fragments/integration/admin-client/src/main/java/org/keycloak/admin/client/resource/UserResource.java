package org.keycloak.admin.client.resource;

import java.util.List;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;

import org.keycloak.representations.idm.CreateCredentialRepresentation;
import org.keycloak.representations.idm.CreateTotpRepresentation;
import org.keycloak.representations.idm.CredentialTypeRepresentation;
import org.keycloak.representations.idm.VerifyTotpRepresentation;

public interface UserResource {

    // after: resetPassword

    /**
     * Creates a TOTP for the user with the realm's defaults. It can be used at once.
     *
     * @return the credential with its secret and QR code, which are shown this once only
     * @throws BadRequestException if the user has a TOTP already
     * @since Keycloak server 26.8.0
     */
    @PUT
    @Path("create-totp")
    CreateTotpRepresentation createTotp();

    /**
     * Creates a TOTP for the user. It can be used at once.
     *
     * @param totp what differs from the realm's defaults
     * @return the credential with its secret and QR code, which are shown this once only
     * @throws BadRequestException if a value is not allowed, or the user has a TOTP already
     * @throws ClientErrorException with status 409 if the user has a credential with this label, or another request is changing
     *     the user's credentials
     * @since Keycloak server 26.8.0
     */
    @PUT
    @Path("create-totp")
    CreateTotpRepresentation createTotp(CreateTotpRepresentation totp);

    /**
     * Creates a TOTP for the user, as {@link #createTotp(CreateTotpRepresentation)} does.
     *
     * @return its QR code, a PNG
     * @since Keycloak server 26.8.0
     */
    @PUT
    @Path("create-totp")
    @Produces("image/png")
    byte[] createTotpQrCode(CreateTotpRepresentation totp);

    /**
     * Removes the user's OTP credentials, if there are any.
     *
     * @throws ClientErrorException with status 409 if another request is changing the user's credentials
     * @since Keycloak server 26.8.0
     */
    @PUT
    @Path("remove-totp")
    void removeTotp();

    /**
     * Checks a code of the user's TOTP as a login does, except for brute force detection. A valid code is used up.
     *
     * @param code the code, and optionally the id of its credential
     * @return whether the code is valid, and the id of its credential
     * @throws BadRequestException if there is no code, or the user has no TOTP
     * @since Keycloak server 26.8.0
     */
    @PUT
    @Path("verify-totp")
    VerifyTotpRepresentation verifyTotp(VerifyTotpRepresentation code);

    /**
     * Gets the types of credentials that can be created for the user, each with the fields to fill.
     *
     * @since Keycloak server 26.8.0
     */
    @GET
    @Path("credential-types")
    List<CredentialTypeRepresentation> credentialTypes();

    /**
     * Creates a credential of one of these types for the user. It can be used at once.
     *
     * @param type type of the credential
     * @param credential the fields of the type, in a class of the type's own
     * @return 201 with the location of the credential, and an entity of the same class that holds what the user needs, which is shown
     *     this once only; 400 if a value is not allowed, or the user has a credential of the type already; 409 as for a TOTP
     * @since Keycloak server 26.8.0
     */
    @POST
    @Path("credential-types/{type}")
    Response createCredential(@PathParam("type") String type, CreateCredentialRepresentation credential);
}
