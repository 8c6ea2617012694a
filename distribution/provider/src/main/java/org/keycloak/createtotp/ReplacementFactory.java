package org.keycloak.createtotp;

import java.util.Map;

import org.keycloak.provider.ServerInfoAwareProviderFactory;

/**
 * A factory that takes the place of a factory of Keycloak's: it has the same id, and a higher order. The server info shows this jar's version
 * beside the id.
 */
public interface ReplacementFactory extends ServerInfoAwareProviderFactory {

    @Override
    default Map<String, String> getOperationalInfo() {
        return ProviderJarFactory.INFO;
    }
}
