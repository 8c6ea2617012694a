package org.keycloak.createtotp;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.ServerInfoAwareProviderFactory;

import org.jboss.logging.Logger;

/**
 * Says which version of the jar is in the server: in the server info, and in the log when the server starts.
 */
public class ProviderJarFactory implements ProviderFactory<Provider>, ServerInfoAwareProviderFactory {

    private static final Logger LOG = Logger.getLogger(ProviderJarFactory.class);

    private static final String NAME = "keycloak-create-totp";

    @Override
    public String getId() {
        return "provider-jar";
    }

    @Override
    public Map<String, String> getOperationalInfo() {
        return version();
    }

    static Map<String, String> version() {
        return Map.of(NAME, Objects.requireNonNullElse(ProviderJarFactory.class.getPackage().getImplementationVersion(), "of unknown version"));
    }

    /** Names only the providers that the server really has from this jar: another jar may have replaced the same ones, with a higher order. */
    @Override
    public void postInit(KeycloakSessionFactory factory) {
        String replaced = factory.getSpis().stream().flatMap(spi -> factory.getProviderFactoriesStream(spi.getProviderClass())
                .filter(ReplacementFactory.class::isInstance).map(it -> spi.getName() + " " + it.getId())).sorted().collect(Collectors.joining(", "));
        LOG.infof("%s %s takes the place of Keycloak's providers: %s", NAME, version().get(NAME), replaced.isEmpty() ? "none" : replaced);
    }

    /** There is nothing to provide. */
    @Override
    public Provider create(KeycloakSession session) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void init(Config.Scope config) {
    }

    @Override
    public void close() {
    }
}
