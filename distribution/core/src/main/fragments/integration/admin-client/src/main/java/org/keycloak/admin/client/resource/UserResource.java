package org.keycloak.admin.client.resource;

import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

import org.keycloak.representations.idm.CreateTotpRepresentation;
import org.keycloak.representations.idm.VerifyTotpRepresentation;

public interface UserResource {

    // after: resetPassword

    /**
     * Creates a TOTP for the user with the realm's defaults. It can be used at once.
     *
     * @return the credential with its secret and QR code, which are shown this once only
     */
    @PUT
    @Path("create-totp")
    CreateTotpRepresentation createTotp();

    /**
     * Creates a TOTP for the user. It can be used at once.
     *
     * @param totp what differs from the realm's defaults
     * @return the credential with its secret and QR code, which are shown this once only
     */
    @PUT
    @Path("create-totp")
    CreateTotpRepresentation createTotp(CreateTotpRepresentation totp);

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
     */
    @PUT
    @Path("verify-totp")
    VerifyTotpRepresentation verifyTotp(VerifyTotpRepresentation code);
}
