package org.keycloak.testframework.server;

import java.util.List;

import org.keycloak.testframework.TestFrameworkExtension;
import org.keycloak.testframework.injection.Supplier;

/**
 * Tells the test framework of what it doesn't have itself: the patched server, and a port of one's own.
 */
public final class PatchedServerExtension implements TestFrameworkExtension {

    @Override
    public List<Supplier<?, ?>> suppliers() {
        return List.of(new PatchedKeycloakServerSupplier(), new FreePortHttpServerSupplier());
    }
}
