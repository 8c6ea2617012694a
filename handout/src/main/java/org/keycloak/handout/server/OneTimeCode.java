package org.keycloak.handout.server;

import java.util.List;
import java.util.function.Supplier;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.MultivaluedMap;

import org.keycloak.OAuth2Constants;

/**
 * Adds a code to each login by password: Keycloak's direct grant takes it as {@code totp}, and Keycloak's admin client has no place for it. A token
 * that is renewed by its refresh token needs no code.
 *
 * @param source asks for a code that is valid now
 */
record OneTimeCode(Supplier<String> source) implements ClientRequestFilter {

    @Override
    @SuppressWarnings("unchecked")
    public void filter(ClientRequestContext request) {
        if (request.getEntity() instanceof MultivaluedMap<?, ?> form && List.of(OAuth2Constants.PASSWORD).equals(form.get(OAuth2Constants.GRANT_TYPE))) {
            ((MultivaluedMap<String, String>) form).putSingle("totp", source.get());
        }
    }
}
