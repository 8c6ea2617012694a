package org.keycloak.services.resources.admin;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/**
 * Says where {@link TotpMethodsResource} is. A server finds it by the id of {@link TotpMethodsResourceProvider}, which a scan of annotations
 * does not see.
 */
@Path("/admin/realms/{realm}/totp-methods")
public interface TotpMethodsRoot {

    @Path("")
    TotpMethodsResource totpMethods(@PathParam("realm") String realm);
}
