package org.keycloak.services.resources.admin;

import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * Leads to a resource below one user on a stock server. Each path is a root of its own: a root that ended at the user, or took the last
 * segment as a parameter, would hide Keycloak's endpoints or name all of ours alike in the metrics.
 *
 * @param <R> the resource
 */
public abstract class UserRoot<R> {

    private final AdminUserPath.Resource<R> resource;

    UserRoot(AdminUserPath.Resource<R> resource) {
        this.resource = resource;
    }

    @Path("")
    public R resource(@PathParam(AdminUserPath.REALMS) String realms, @PathParam(AdminUserPath.REALM) String realm,
            @PathParam(AdminUserPath.USER_ID) String userId) {
        return AdminUserPath.resource(realms, realm, userId, resource);
    }

    @OPTIONS
    @Operation(hidden = true)
    public Response preflight() {
        return AdminUserPath.preflight();
    }

    @Path(AdminUserPath.PREFIX + "create-totp")
    public static class CreateTotp extends UserRoot<CreateTotpResource> {

        public CreateTotp() {
            super(CreateTotpResource::new);
        }
    }

    @Path(AdminUserPath.PREFIX + "remove-totp")
    public static class RemoveTotp extends UserRoot<RemoveTotpResource> {

        public RemoveTotp() {
            super(RemoveTotpResource::new);
        }
    }

    @Path(AdminUserPath.PREFIX + "totp-status")
    public static class TotpStatus extends UserRoot<TotpStatusResource> {

        public TotpStatus() {
            super((session, user, auth, adminEvent) -> new TotpStatusResource(session, user, auth));
        }
    }

    @Path(AdminUserPath.PREFIX + "unlock-totp")
    public static class UnlockTotp extends UserRoot<UnlockTotpResource> {

        public UnlockTotp() {
            super(UnlockTotpResource::new);
        }
    }

    @Path(AdminUserPath.PREFIX + "verify-totp")
    public static class VerifyTotp extends UserRoot<VerifyTotpResource> {

        public VerifyTotp() {
            super(VerifyTotpResource::new);
        }
    }

    @Path(AdminUserPath.PREFIX + "credential-types")
    public static class CredentialTypes extends UserRoot<UserCredentialTypesResource> {

        public CredentialTypes() {
            super(UserCredentialTypesResource::new);
        }

        @OPTIONS
        @Path("{type}")
        @Operation(hidden = true)
        public Response preflightOfType() {
            return preflight();
        }
    }
}
