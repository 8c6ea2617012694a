package org.keycloak.services.resources.admin;

import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * Leads to a resource of all users on a stock server. As for {@link UserRoot}, each path is a root of its own.
 *
 * @param <R> the resource
 */
public abstract class UsersRoot<R> {

    private final AdminUserPath.OfAllUsers<R> resource;

    UsersRoot(AdminUserPath.OfAllUsers<R> resource) {
        this.resource = resource;
    }

    @Path("")
    public R resource(@PathParam(AdminUserPath.REALMS) String realms, @PathParam(AdminUserPath.REALM) String realm) {
        return AdminUserPath.resource(realms, realm, resource);
    }

    @OPTIONS
    @Operation(hidden = true)
    public Response preflight() {
        return AdminUserPath.preflight();
    }

    @Path(AdminUserPath.USERS + "create-totp")
    public static class CreateTotp extends UsersRoot<UsersCreateTotpResource> {

        public CreateTotp() {
            super(UsersCreateTotpResource::new);
        }
    }

    @Path(AdminUserPath.USERS + "credential-types")
    public static class CredentialTypes extends UsersRoot<UsersCredentialTypesResource> {

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

    @Path(AdminUserPath.USERS + "totp-status")
    public static class TotpStatus extends UsersRoot<UsersTotpStatusResource> {

        public TotpStatus() {
            super((session, auth, adminEvent) -> new UsersTotpStatusResource(session, auth));
        }

        @OPTIONS
        @Path("count")
        @Operation(hidden = true)
        public Response preflightOfCount() {
            return preflight();
        }
    }
}
