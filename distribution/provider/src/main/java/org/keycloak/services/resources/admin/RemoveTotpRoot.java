package org.keycloak.services.resources.admin;

import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

/**
 * Leads to {@link UserTotpResource#removeTotp} on a stock server.
 */
@Path(AdminUserPath.PREFIX + "remove-totp")
public class RemoveTotpRoot {

    @PUT
    public void removeTotp(@PathParam(AdminUserPath.REALM) String realm, @PathParam(AdminUserPath.USER_ID) String userId) {
        AdminUserPath.userTotp(realm, userId).removeTotp();
    }

    @OPTIONS
    public Response preflight() {
        return AdminUserPath.preflight();
    }
}
