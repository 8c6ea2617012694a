package org.keycloak.credential;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/**
 * Stores that know the credentials of all users of a realm.
 */
public class RealmCredentialsSpi implements Spi {

    @Override
    public boolean isInternal() {
        return true;
    }

    @Override
    public String getName() {
        return "realm-credentials";
    }

    @Override
    public Class<? extends Provider> getProviderClass() {
        return RealmCredentialsProvider.class;
    }

    @Override
    public Class<? extends ProviderFactory<? extends Provider>> getProviderFactoryClass() {
        return RealmCredentialsProviderFactory.class;
    }
}
