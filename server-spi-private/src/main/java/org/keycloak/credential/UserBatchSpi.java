package org.keycloak.credential;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/**
 * Stores that load many users at once.
 */
public class UserBatchSpi implements Spi {

    @Override
    public boolean isInternal() {
        return true;
    }

    @Override
    public String getName() {
        return "user-batch";
    }

    @Override
    public Class<? extends Provider> getProviderClass() {
        return UserBatchProvider.class;
    }

    @Override
    public Class<? extends ProviderFactory<? extends Provider>> getProviderFactoryClass() {
        return UserBatchProviderFactory.class;
    }
}
