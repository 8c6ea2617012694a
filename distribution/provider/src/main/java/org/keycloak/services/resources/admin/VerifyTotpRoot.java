package org.keycloak.services.resources.admin;

import java.io.InputStream;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.keycloak.representations.idm.VerifyTotpRepresentation;

/**
 * Leads to {@link UserTotpResource#verifyTotp} on a stock server.
 */
@Path(AdminUserPath.PREFIX + "verify-totp")
public class VerifyTotpRoot {

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public VerifyTotpRepresentation verifyTotp(@PathParam(AdminUserPath.REALM) String realm, @PathParam(AdminUserPath.USER_ID) String userId,
            InputStream body) {
        return AdminUserPath.userTotp(realm, userId).verifyTotp(body);
    }

    @OPTIONS
    public Response preflight() {
        return AdminUserPath.preflight();
    }
}
