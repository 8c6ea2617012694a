package org.keycloak.services.resources.admin;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import org.keycloak.authorization.fgap.AdminPermissionsSchema;
import org.keycloak.models.KeycloakSession;

/**
 * Looks things up whatever the caller may view. In a realm with fine-grained permissions, Keycloak's lists leave out what the caller may not
 * view.
 */
public final class Unfiltered {

    private Unfiltered() {
    }

    /**
     * @param lookUp must have read all that it needs when it returns, so it must not return a stream
     */
    public static <V> V get(KeycloakSession session, Supplier<V> lookUp) {
        List<V> found = new ArrayList<>(1);
        Runnable look = () -> found.add(lookUp.get()); // Keycloak 26.4 takes no supplier
        AdminPermissionsSchema.runWithoutAuthorization(session, look);
        return found.get(0);
    }
}
