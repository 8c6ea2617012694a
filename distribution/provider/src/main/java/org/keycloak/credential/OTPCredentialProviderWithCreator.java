package org.keycloak.credential;

import java.util.List;
import java.util.function.Predicate;

import org.keycloak.credential.otp.TotpMethodSupport;
import org.keycloak.credential.otp.TotpProvisioning;
import org.keycloak.credential.otp.attempt.OTPGuard;
import org.keycloak.credential.otp.method.TotpMethodProvisioning;
import org.keycloak.credential.otp.method.TotpMethods;
import org.keycloak.credential.otp.setup.TotpSelfEnrolment;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.representations.idm.CreateTotpRepresentation;

/**
 * Keycloak's own provider, with the capability that the patch gives it.
 */
public class OTPCredentialProviderWithCreator extends OTPCredentialProvider implements CredentialCreator<OTPCredentialModel, CreateTotpRepresentation>, TotpMethodSupport {

    private final TotpMethodProvisioning creator;

    OTPCredentialProviderWithCreator(KeycloakSession session) {
        super(session);
        creator = new TotpMethodProvisioning(session);
    }

    @Override
    public boolean isCreatable(RealmModel realm, UserModel user) {
        return OTPCredentialModel.TYPE.equals(getType());
    }

    @Override
    public String getShortName() {
        return TotpProvisioning.SHORT_NAME;
    }

    @Override
    public String getSetupAction() {
        return UserModel.RequiredAction.CONFIGURE_TOTP.name();
    }

    @Override
    public Class<CreateTotpRepresentation> getRepresentationType() {
        return CreateTotpRepresentation.class;
    }

    @Override
    public List<CredentialField> getFields(RealmModel realm) {
        return creator.getFields(realm);
    }

    @Override
    public List<CredentialField> getFields(RealmModel realm, UserModel user) {
        return creator.getFields(realm, user);
    }

    @Override
    public NewCredential<OTPCredentialModel, CreateTotpRepresentation> newCredential(RealmModel realm, UserModel user, CreateTotpRepresentation request) {
        return creator.newCredential(realm, user, request);
    }

    @Override
    public boolean replaces(OTPCredentialModel credential, CredentialModel present) {
        return creator.replaces(session.getContext().getRealm(), credential, present);
    }

    @Override
    public boolean isExpired(RealmModel realm, CredentialModel present) {
        return creator.isExpired(realm, present);
    }

    @Override
    public boolean precedes(CredentialModel present) {
        return TotpProvisioning.precedes(present);
    }

    @Override
    public boolean deleteCredential(RealmModel realm, UserModel user, String credentialId) {
        new OTPGuard(session, realm, user).forget(credentialId);
        return super.deleteCredential(realm, user, credentialId);
    }

    @Override
    public CredentialModel createCredential(RealmModel realm, UserModel user, OTPCredentialModel credentialModel) {
        CredentialModel created = super.createCredential(realm, user, credentialModel);
        TotpSelfEnrolment.end(session, realm, user);
        return created;
    }

    @Override
    public Predicate<CredentialModel> credentialsOf(RealmModel realm, String method) {
        return new TotpMethods(realm).require(method)::isOf;
    }

    @Override
    public void endSelfEnrolment(RealmModel realm, UserModel user) {
        TotpSelfEnrolment.end(session, realm, user);
    }

    @Override
    public boolean isValid(RealmModel realm, UserModel user, CredentialInput input) {
        return new OTPGuard(session, realm, user).isValid(input, super::isValid);
    }
}
