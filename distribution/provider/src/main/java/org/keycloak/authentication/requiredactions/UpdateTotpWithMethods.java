package org.keycloak.authentication.requiredactions;

import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.credential.TotpMethodSetup;
import org.keycloak.models.OTPPolicy;
import org.keycloak.models.credential.OTPCredentialModel;

/**
 * Keycloak's required action, under its own id: the OTP that a user sets up belongs to the realm's default TOTP method, and whoever has one
 * meets {@link OTPBarrier}.
 */
public class UpdateTotpWithMethods extends UpdateTotp {

    @Override
    public void evaluateTriggers(RequiredActionContext context) {
        super.evaluateTriggers(context);
        OTPBarrier.evaluate(context);
    }

    @Override
    protected boolean validateOTPCredential(RequiredActionContext context, String token, OTPCredentialModel credentialModel, OTPPolicy policy) {
        return TotpMethodSetup.of(context).isValid(credentialModel, policy, (credential, judging) -> super.validateOTPCredential(context, token, credential, judging));
    }

    /** Keycloak's own is 0. */
    @Override
    public int order() {
        return 1;
    }
}
