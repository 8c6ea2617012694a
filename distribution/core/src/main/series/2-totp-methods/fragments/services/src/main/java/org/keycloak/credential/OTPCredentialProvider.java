package org.keycloak.credential;

import java.util.List;

import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.OTPCredentialModel;

public class OTPCredentialProvider {

    // in place of: isValid, which becomes: isValidCode
    @Override
    public boolean isValid(RealmModel realm, UserModel user, CredentialInput credentialInput) {
        return new OTPGuard(session, realm, user).isValid(credentialInput, this::isValidCode);
    }

    // in place of: deleteCredential, which becomes: removeCredential
    @Override
    public boolean deleteCredential(RealmModel realm, UserModel user, String credentialId) {
        new OTPGuard(session, realm, user).forget(credentialId);
        return removeCredential(realm, user, credentialId);
    }

    @Override
    public List<CredentialField> getFields(RealmModel realm, UserModel user) {
        return creator().getFields(realm, user);
    }

    // after: newCredential
    @Override
    public boolean replaces(OTPCredentialModel credential, CredentialModel present) {
        return creator().replaces(session.getContext().getRealm(), credential, present);
    }

    private TotpMethodCredentialCreator creator() {
        return new TotpMethodCredentialCreator(session);
    }
}
