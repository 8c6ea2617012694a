package org.keycloak.admin.client.resource;

import java.util.List;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.keycloak.representations.idm.CreateCredentialRepresentation;
import org.keycloak.representations.idm.CreateTotpRepresentation;
import org.keycloak.representations.idm.CredentialTypeRepresentation;
import org.keycloak.representations.idm.TotpSelectionRepresentation;
import org.keycloak.representations.idm.UserTotpStatusRepresentation;
import org.keycloak.representations.idm.VerifyTotpRepresentation;

/**
 * The credentials that an administrator creates for one user, for a client that has no such methods in {@link UserResource}.
 * {@link CredentialsClient#user} is the way to it; {@code keycloak.proxy(UserCredentialsResource.class, uri)} takes the user's URI in the admin API.
 */
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public interface UserCredentialsResource {

    /**
     * Creates a TOTP for the user with the realm's defaults. It can be used at once.
     *
     * @return the credential with its secret and QR code, which are shown this once only
     * @throws BadRequestException if the user has a TOTP already
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
     *
     * @throws ClientErrorException with status 409 if another request is changing the user's credentials
     */
    @PUT
    @Path("remove-totp")
    void removeTotp();

    /**
     * Removes some of the user's OTP credentials.
     *
     * @param selection which of them
     * @throws BadRequestException if the realm has no such TOTP method
     * @throws ClientErrorException with status 409 if another request is changing the user's credentials
     */
    @PUT
    @Path("remove-totp")
    void removeTotp(TotpSelectionRepresentation selection);

    /**
     * Ends the locks on the user's OTP credentials, and forgets the wrong codes.
     *
     * @throws ClientErrorException with status 409 if another request is changing the user's credentials
     */
    @PUT
    @Path("unlock-totp")
    void unlockTotp();

    /**
     * Ends the locks on some of the user's OTP credentials, and forgets the wrong codes.
     *
     * @param selection which of them
     * @throws BadRequestException if the realm has no such TOTP method
     * @throws ClientErrorException with status 409 if another request is changing the user's credentials
     */
    @PUT
    @Path("unlock-totp")
    void unlockTotp(TotpSelectionRepresentation selection);

    /**
     * Gets the user's TOTP credentials, with the method of each, and whether it is locked.
     * Also gets the user's other credentials and required actions, and whether the caller may change the credentials.
     */
    @GET
    @Path("totp-status")
    UserTotpStatusRepresentation totpStatus();

    /**
     * Checks a code of the user's TOTP as a login does, except for brute force detection. A valid code is used up.
     *
     * @param code the code, and optionally the id of its credential
     * @return whether the code is valid, and the id of its credential
     * @throws BadRequestException if there is no code, or the user has no TOTP
     */
    @PUT
    @Path("verify-totp")
    VerifyTotpRepresentation verifyTotp(VerifyTotpRepresentation code);

    /**
     * Gets the types of credentials that can be created for the user, each with the fields to fill.
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
     */
    @POST
    @Path("credential-types/{type}")
    Response createCredential(@PathParam("type") String type, CreateCredentialRepresentation credential);
}
