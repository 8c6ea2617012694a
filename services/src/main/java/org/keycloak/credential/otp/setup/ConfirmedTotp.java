package org.keycloak.credential.otp.setup;

import java.util.Optional;

import org.keycloak.credential.CredentialModel;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.representations.idm.ConfirmTotpRepresentation;

/**
 * A TOTP that a user confirmed.
 *
 * @param stored empty if the user's storage keeps it
 * @param userLabel or {@code null}
 * @param method name of its TOTP method; {@code null} if it has none
 */
public record ConfirmedTotp(Optional<CredentialModel> stored, String userLabel, String method) {

    /**
     * @return the reply, without the secret
     */
    public ConfirmTotpRepresentation toRepresentation() {
        ConfirmTotpRepresentation representation = new ConfirmTotpRepresentation();
        representation.setId(stored.map(CredentialModel::getId).orElse(null));
        representation.setCreatedDate(stored.map(CredentialModel::getCreatedDate).orElse(null));
        representation.setType(OTPCredentialModel.TYPE);
        representation.setUserLabel(userLabel);
        representation.setMethod(method);
        return representation;
    }
}
