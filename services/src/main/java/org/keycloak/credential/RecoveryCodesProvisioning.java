package org.keycloak.credential;

import java.util.List;

import org.keycloak.common.util.Time;
import org.keycloak.models.UserCredentialModel;
import org.keycloak.models.credential.RecoveryAuthnCodesCredentialModel;
import org.keycloak.models.utils.RecoveryAuthnCodesUtils;
import org.keycloak.representations.idm.CreateRecoveryAuthnCodesRepresentation;
import org.keycloak.util.JsonSerialization;

/**
 * What an administrator may create of {@link RecoveryAuthnCodesCredentialProvider}'s type: a set of codes, as Keycloak's own setup page makes it.
 */
public final class RecoveryCodesProvisioning {

    public static final String SHORT_NAME = "recovery codes";

    private RecoveryCodesProvisioning() {
    }

    public static NewCredential<RecoveryAuthnCodesCredentialModel, CreateRecoveryAuthnCodesRepresentation> newCredential(
            CreateRecoveryAuthnCodesRepresentation request) {
        List<String> codes = RecoveryAuthnCodesUtils.generateRawCodes();
        request.setCodes(codes);
        RecoveryAuthnCodesCredentialModel model = RecoveryAuthnCodesCredentialModel.createFromValues(codes, Time.currentTimeMillis(), null);
        // As CredentialHelper.createRecoveryCodesCredential asks a user's storage.
        UserCredentialModel storageInput = new UserCredentialModel("", model.getType(), JsonSerialization.mapper.valueToTree(codes).toString());
        return new NewCredential<>(model, storageInput, request, null);
    }
}
