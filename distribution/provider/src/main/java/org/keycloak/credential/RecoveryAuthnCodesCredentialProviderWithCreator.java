package org.keycloak.credential;

import java.util.List;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.RecoveryAuthnCodesCredentialModel;
import org.keycloak.representations.idm.CreateRecoveryAuthnCodesRepresentation;

/**
 * Keycloak's own provider, with the capability that the patch gives it.
 */
public class RecoveryAuthnCodesCredentialProviderWithCreator extends RecoveryAuthnCodesCredentialProvider
        implements CredentialCreator<RecoveryAuthnCodesCredentialModel, CreateRecoveryAuthnCodesRepresentation> {

    RecoveryAuthnCodesCredentialProviderWithCreator(KeycloakSession session) {
        super(session);
    }

    @Override
    public boolean isCreatable(RealmModel realm, UserModel user) {
        return RecoveryAuthnCodesCredentialModel.TYPE.equals(getType());
    }

    @Override
    public String getShortName() {
        return RecoveryCodesProvisioning.SHORT_NAME;
    }

    @Override
    public String getSetupAction() {
        return UserModel.RequiredAction.CONFIGURE_RECOVERY_AUTHN_CODES.name();
    }

    @Override
    public Class<CreateRecoveryAuthnCodesRepresentation> getRepresentationType() {
        return CreateRecoveryAuthnCodesRepresentation.class;
    }

    @Override
    public List<CredentialField> getFields(RealmModel realm) {
        return List.of();
    }

    @Override
    public NewCredential<RecoveryAuthnCodesCredentialModel, CreateRecoveryAuthnCodesRepresentation> newCredential(RealmModel realm, UserModel user,
            CreateRecoveryAuthnCodesRepresentation request) {
        return RecoveryCodesProvisioning.newCredential(request);
    }
}
