package org.keycloak.services.resources.admin;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/**
 * Says where {@link TotpMethodsResource} is. A server finds it through {@link TotpMethodsResourceProvider}, by id, which no scan of
 * annotations sees.
 */
@Path("/admin/realms/{realm}/totp-methods")
public interface TotpMethodsRoot {

    @Path("")
    TotpMethodsResource totpMethods(@PathParam("realm") String realm);
}
