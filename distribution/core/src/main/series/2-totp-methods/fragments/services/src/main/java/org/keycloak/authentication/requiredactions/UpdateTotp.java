package org.keycloak.authentication.requiredactions;

import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.credential.otp.setup.TotpMethodSetupPage;
import org.keycloak.models.OTPPolicy;
import org.keycloak.models.credential.OTPCredentialModel;

public class UpdateTotp {

    // in place of: validateOTPCredential, which becomes: validateOTPCredentialByPolicy

    protected boolean validateOTPCredential(RequiredActionContext context, String token, OTPCredentialModel credentialModel, OTPPolicy policy) {
        return TotpMethodSetupPage.of(context).isValid(credentialModel, policy, (credential, judging) -> validateOTPCredentialByPolicy(context, token, credential, judging));
    }
}
