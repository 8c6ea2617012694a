package org.keycloak.admin.client.resource;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

import org.keycloak.representations.idm.TotpSelectionRepresentation;
import org.keycloak.representations.idm.UserTotpStatusRepresentation;

public interface UserResource {

    // after: removeTotp

    /**
     * Removes some of the user's OTP credentials.
     *
     * @param selection which of them
     * @throws BadRequestException if the realm has no such TOTP method
     * @throws ClientErrorException with status 409 if another request is changing the user's credentials
     * @since Keycloak server 26.8.0
     */
    @PUT
    @Path("remove-totp")
    void removeTotp(TotpSelectionRepresentation selection);

    /**
     * Ends the locks on the user's OTP credentials, and forgets the wrong codes.
     *
     * @throws ClientErrorException with status 409 if another request is changing the user's credentials
     * @since Keycloak server 26.8.0
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
     * @since Keycloak server 26.8.0
     */
    @PUT
    @Path("unlock-totp")
    void unlockTotp(TotpSelectionRepresentation selection);

    /**
     * Gets the user's TOTP credentials, with the method of each, and whether it is locked.
     * Also gets the user's other credentials and required actions, and whether the caller may change the credentials.
     *
     * @since Keycloak server 26.8.0
     */
    @GET
    @Path("totp-status")
    UserTotpStatusRepresentation totpStatus();
}
