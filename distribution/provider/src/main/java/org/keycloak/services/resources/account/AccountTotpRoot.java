package org.keycloak.services.resources.account;

import java.util.function.BiFunction;

import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

import org.keycloak.models.KeycloakSession;
import org.keycloak.services.managers.Auth;
import org.keycloak.services.resources.AccountPath;

import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * Leads to a resource below a user's own account on a stock server. Each path is a root of its own, as in the admin API.
 *
 * @param <R> the resource
 */
public abstract class AccountTotpRoot<R> {

    private final BiFunction<KeycloakSession, Auth, R> resource;

    AccountTotpRoot(BiFunction<KeycloakSession, Auth, R> resource) {
        this.resource = resource;
    }

    @Path("")
    public R resource(@PathParam(AccountPath.REALM) String realm) {
        return AccountTotpPath.resource(realm, resource);
    }

    @OPTIONS
    @Operation(hidden = true)
    public Response preflight(@PathParam(AccountPath.REALM) String realm) {
        return AccountPath.preflight(realm);
    }

    @Path(AccountTotpPath.PREFIX + "generate")
    public static class Generate extends AccountTotpRoot<GenerateTotpResource> {

        public Generate() {
            super(GenerateTotpResource::new);
        }
    }

    @Path(AccountTotpPath.PREFIX + "confirm")
    public static class Confirm extends AccountTotpRoot<ConfirmTotpResource> {

        public Confirm() {
            super(ConfirmTotpResource::new);
        }
    }
}
