package org.keycloak.credential;

import org.keycloak.credential.otp.attempt.OTPGuard;
import org.keycloak.credential.otp.method.TotpMethodProvisioning;
import org.keycloak.credential.otp.setup.TotpSelfEnrolment;

import java.util.List;

import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.OTPCredentialModel;

public class OTPCredentialProvider {

    // in place of: isValid, which becomes: isValidCode
    @Override
    public boolean isValid(RealmModel realm, UserModel user, CredentialInput credentialInput) {
        return OTPCredentialModel.TYPE.equals(getType()) ? new OTPGuard(session, realm, user).isValid(credentialInput, this::isValidCode)
                : isValidCode(realm, user, credentialInput);
    }

    // in place of: deleteCredential, which becomes: removeCredential
    @Override
    public boolean deleteCredential(RealmModel realm, UserModel user, String credentialId) {
        new OTPGuard(session, realm, user).forget(credentialId);
        return removeCredential(realm, user, credentialId);
    }

    // in place of: createCredential, which becomes: storeCredential
    @Override
    public CredentialModel createCredential(RealmModel realm, UserModel user, OTPCredentialModel credentialModel) {
        CredentialModel created = storeCredential(realm, user, credentialModel);
        TotpSelfEnrolment.end(session, realm, user);
        return created;
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

    private TotpMethodProvisioning creator() {
        return new TotpMethodProvisioning(session);
    }
}
