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

/**
 * Leads to {@link UserTotpResource#createTotp} on a stock server.
 */
@Path(AdminUserPath.PREFIX + "create-totp")
public class CreateTotpRoot {

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces({ MediaType.APPLICATION_JSON, UserTotpResource.PNG })
    public Response createTotp(@PathParam(AdminUserPath.REALM) String realm, @PathParam(AdminUserPath.USER_ID) String userId, InputStream body) {
        return AdminUserPath.userTotp(realm, userId).createTotp(body);
    }

    @OPTIONS
    public Response preflight() {
        return AdminUserPath.preflight();
    }
}
