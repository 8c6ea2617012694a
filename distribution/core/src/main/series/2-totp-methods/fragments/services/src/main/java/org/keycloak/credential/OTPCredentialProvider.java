package org.keycloak.credential;

import java.util.List;
import java.util.function.Predicate;

import org.keycloak.credential.otp.TotpMethodSupport;
import org.keycloak.credential.otp.attempt.OTPGuard;
import org.keycloak.credential.otp.method.TotpMethodProvisioning;
import org.keycloak.credential.otp.method.TotpMethods;
import org.keycloak.credential.otp.setup.TotpSelfEnrolment;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.representations.idm.CreateTotpRepresentation;

public class OTPCredentialProvider implements TotpMethodSupport {

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

    // in place of: getFields
    @Override
    public List<CredentialField> getFields(RealmModel realm) {
        return new TotpMethodProvisioning(session).getFields(realm);
    }

    // after: getFields
    @Override
    public List<CredentialField> getFields(RealmModel realm, UserModel user) {
        return new TotpMethodProvisioning(session).getFields(realm, user);
    }

    // in place of: newCredential
    @Override
    public NewCredential<OTPCredentialModel, CreateTotpRepresentation> newCredential(RealmModel realm, UserModel user, CreateTotpRepresentation request) {
        return new TotpMethodProvisioning(session).newCredential(realm, user, request);
    }

    // after: newCredential
    @Override
    public boolean replaces(OTPCredentialModel credential, CredentialModel present) {
        return new TotpMethodProvisioning(session).replaces(session.getContext().getRealm(), credential, present);
    }

    @Override
    public boolean isExpired(RealmModel realm, CredentialModel present) {
        return new TotpMethodProvisioning(session).isExpired(realm, present);
    }

    // after: precedes
    @Override
    public Predicate<CredentialModel> credentialsOf(RealmModel realm, String method) {
        return new TotpMethods(realm).require(method)::isOf;
    }

    @Override
    public void endSelfEnrolment(RealmModel realm, UserModel user) {
        TotpSelfEnrolment.end(session, realm, user);
    }
}
