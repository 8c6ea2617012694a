package org.keycloak.services.resources.admin;

import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

import org.keycloak.models.KeycloakSession;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;
import org.keycloak.utils.KeycloakSessionUtil;

import org.eclipse.microprofile.openapi.annotations.Operation;

public abstract class BulkRoot<R> {

    interface Maker<R> {
        R of(KeycloakSession session, AdminPermissionEvaluator auth, AdminEventBuilder adminEvent);
    }

    private final Maker<R> maker;

    BulkRoot(Maker<R> maker) {
        this.maker = maker;
    }

    @Path("")
    public R resource(@PathParam("realms") String realms, @PathParam("realm") String realmName) {
        if (!"realms".equals(realms)) {
            throw new NotFoundException();
        }
        AdminRoot root = new AdminRoot();
        root.session = KeycloakSessionUtil.getKeycloakSession();
        RealmsAdminResource realmsAdmin = root.getRealmsAdmin();
        RealmAdminResource realmAdmin = realmsAdmin.getRealmAdmin(realmName);
        KeycloakSession session = root.session;
        AdminEventBuilder adminEvent = new AdminEventBuilder(session.getContext().getRealm(), realmsAdmin.auth, session, session.getContext().getConnection());
        return maker.of(session, realmAdmin.auth, adminEvent);
    }

    @OPTIONS
    @Operation(hidden = true)
    public Response preflight() {
        return AdminUserPath.preflight();
    }

    @Path("/admin/{realms}/{realm}/users/create-totp")
    public static class CreateTotp extends BulkRoot<UsersCreateTotpResource> {
        public CreateTotp() {
            super(UsersCreateTotpResource::new);
        }
    }

    @Path("/admin/{realms}/{realm}/users/credential-types")
    public static class CredentialTypes extends BulkRoot<UsersCredentialTypesResource> {
        public CredentialTypes() {
            super(UsersCredentialTypesResource::new);
        }

        @OPTIONS
        @Path("{type}")
        @Operation(hidden = true)
        public Response preflightOfType() {
            return preflight();
        }
    }
}
