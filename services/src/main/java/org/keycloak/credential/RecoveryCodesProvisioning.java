package org.keycloak.credential;

import java.util.List;

import org.keycloak.common.util.Time;
import org.keycloak.models.UserCredentialModel;
import org.keycloak.models.credential.RecoveryAuthnCodesCredentialModel;
import org.keycloak.models.utils.RecoveryAuthnCodesUtils;
import org.keycloak.representations.idm.CreateRecoveryAuthnCodesRepresentation;
import org.keycloak.util.JsonSerialization;

/**
 * Makes a set of recovery codes for {@link RecoveryAuthnCodesCredentialProvider}, as Keycloak's own setup page does.
 */
public final class RecoveryCodesProvisioning {

    /** Name of the type in messages. */
    public static final String SHORT_NAME = "recovery codes";

    private RecoveryCodesProvisioning() {
    }

    public static NewCredential<RecoveryAuthnCodesCredentialModel, CreateRecoveryAuthnCodesRepresentation> newCredential(
            CreateRecoveryAuthnCodesRepresentation request) {
        List<String> codes = RecoveryAuthnCodesUtils.generateRawCodes();
        request.setCodes(codes);
        RecoveryAuthnCodesCredentialModel model = RecoveryAuthnCodesCredentialModel.createFromValues(codes, Time.currentTimeMillis(), null);
        // CredentialHelper.createRecoveryCodesCredential asks a user's storage in the same way.
        UserCredentialModel storageInput = new UserCredentialModel("", model.getType(), JsonSerialization.mapper.valueToTree(codes).toString());
        return new NewCredential<>(model, storageInput, request, null);
    }
}
