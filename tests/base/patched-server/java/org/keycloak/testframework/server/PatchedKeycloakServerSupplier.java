package org.keycloak.testframework.server;

import java.nio.file.Path;

import org.keycloak.testframework.annotations.KeycloakIntegrationTest;

import org.jboss.logging.Logger;

/**
 * The server that distribution/core has patched: {@code -Dkc.test.server=patched}.
 */
public final class PatchedKeycloakServerSupplier extends AbstractKeycloakServerSupplier {

    private static final Logger LOGGER = Logger.getLogger(PatchedKeycloakServerSupplier.class);

    @Override
    public String getAlias() {
        return "patched";
    }

    @Override
    public Class<KeycloakIntegrationTest> getAnnotationClass() {
        return KeycloakIntegrationTest.class;
    }

    @Override
    public Class<KeycloakServer> getValueType() {
        return KeycloakServer.class;
    }

    @Override
    public KeycloakServer getServer() {
        return new PatchedKeycloakServer(Path.of(System.getProperty("keycloak.patched")), Path.of(System.getProperty("work.directory")));
    }

    @Override
    public boolean requiresDatabase() {
        return true;
    }

    @Override
    public Logger getLogger() {
        return LOGGER;
    }
}
