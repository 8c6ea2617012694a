package org.keycloak.credential.totp;

import org.keycloak.credential.enrolment.CredentialEnrolmentProvider;
import org.keycloak.credential.enrolment.CredentialEnrolmentProviderFactory;
import org.keycloak.models.KeycloakSession;

public class TotpEnrolmentProviderFactory implements CredentialEnrolmentProviderFactory {

    public static final String PROVIDER_ID = "totp";

    @Override
    public CredentialEnrolmentProvider create(KeycloakSession session) {
        return new TotpEnrolmentProvider(session);
    }

    @Override
    public String getId() {
        return PROVIDER_ID;
    }
}
