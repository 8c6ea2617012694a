package org.keycloak.createtotp;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/**
 * An entry of the jar's own in the server info. No other jar replaces it, because no other jar has a provider of this SPI.
 */
public class ProviderJarSpi implements Spi {

    @Override
    public boolean isInternal() {
        return false;
    }

    @Override
    public String getName() {
        return "create-totp";
    }

    @Override
    public Class<? extends Provider> getProviderClass() {
        return NoProvider.class;
    }

    @Override
    public Class<? extends ProviderFactory<? extends Provider>> getProviderFactoryClass() {
        return ProviderJarFactory.class;
    }

    /** Tells this SPI from others. */
    interface NoProvider extends Provider {
    }
}
