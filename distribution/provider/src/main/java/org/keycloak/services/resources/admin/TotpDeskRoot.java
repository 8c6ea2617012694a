package org.keycloak.services.resources.admin;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import org.keycloak.services.resources.admin.desk.TotpDeskResource;
import org.keycloak.utils.KeycloakSessionUtil;

/**
 * Leads to the help desk's page on a stock server, through Keycloak's own look-up of the console's realm.
 */
@Path("/admin/{realm}/console/totp-desk")
public class TotpDeskRoot {

    @Path("")
    public TotpDeskResource resource(@PathParam("realm") String realm) {
        AdminRoot root = new AdminRoot();
        root.session = KeycloakSessionUtil.getKeycloakSession();
        root.getAdminConsole(realm);
        return new TotpDeskResource(root.session);
    }
}
