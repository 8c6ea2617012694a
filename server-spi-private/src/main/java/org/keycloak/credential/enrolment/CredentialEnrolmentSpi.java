package org.keycloak.credential.enrolment;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/**
 * Credentials that an administrator may create for a user.
 */
public class CredentialEnrolmentSpi implements Spi {

    @Override
    public boolean isInternal() {
        return true;
    }

    @Override
    public String getName() {
        return "credential-enrolment";
    }

    @Override
    public Class<? extends Provider> getProviderClass() {
        return CredentialEnrolmentProvider.class;
    }

    @Override
    @SuppressWarnings("rawtypes") // as Spi declares it
    public Class<? extends ProviderFactory> getProviderFactoryClass() {
        return CredentialEnrolmentProviderFactory.class;
    }
}
