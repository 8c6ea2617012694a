package org.keycloak.credential.otp.method;

import org.keycloak.credential.TotpMethodProvider;
import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/**
 * The type of the components that store TOTP methods.
 */
public class TotpMethodSpi implements Spi {

    @Override
    public boolean isInternal() {
        return true;
    }

    @Override
    public String getName() {
        return "totp-method";
    }

    @Override
    public Class<? extends Provider> getProviderClass() {
        return TotpMethodProvider.class;
    }

    @Override
    public Class<? extends ProviderFactory<? extends Provider>> getProviderFactoryClass() {
        return TotpMethodProviderFactory.class;
    }
}
