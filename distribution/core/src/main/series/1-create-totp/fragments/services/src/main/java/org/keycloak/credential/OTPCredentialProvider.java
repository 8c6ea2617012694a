package org.keycloak.credential;

import java.util.List;

import org.keycloak.credential.otp.TotpProvisioning;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.representations.idm.CreateTotpRepresentation;

public class OTPCredentialProvider implements CredentialCreator<OTPCredentialModel, CreateTotpRepresentation> {

    // after: getCredentialTypeMetadata

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
        return new TotpProvisioning(session).getFields(realm);
    }

    @Override
    public NewCredential<OTPCredentialModel, CreateTotpRepresentation> newCredential(RealmModel realm, UserModel user, CreateTotpRepresentation request) {
        return new TotpProvisioning(session).newCredential(realm, user, request);
    }

    @Override
    public boolean precedes(CredentialModel present) {
        return TotpProvisioning.precedes(present);
    }
}
