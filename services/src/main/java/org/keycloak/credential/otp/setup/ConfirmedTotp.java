package org.keycloak.credential.otp.setup;

import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.representations.idm.ConfirmTotpRepresentation;

/**
 * A TOTP that a user confirmed.
 *
 * @param id id of the credential; {@code null} if the user's storage keeps it
 * @param createdDate in milliseconds since 1970-01-01 UTC; {@code null} if the user's storage keeps it
 * @param userLabel or {@code null}
 * @param method name of its TOTP method; {@code null} if it has none
 */
public record ConfirmedTotp(String id, Long createdDate, String userLabel, String method) {

    /**
     * @return the reply, without the secret
     */
    public ConfirmTotpRepresentation toRepresentation() {
        ConfirmTotpRepresentation representation = new ConfirmTotpRepresentation();
        representation.setId(id);
        representation.setCreatedDate(createdDate);
        representation.setType(OTPCredentialModel.TYPE);
        representation.setUserLabel(userLabel);
        representation.setMethod(method);
        return representation;
    }
}
