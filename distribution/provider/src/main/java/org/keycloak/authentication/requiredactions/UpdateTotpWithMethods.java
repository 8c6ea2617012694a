package org.keycloak.authentication.requiredactions;

import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.createtotp.ReplacementFactory;
import org.keycloak.credential.otp.setup.ConfigureOTPGate;
import org.keycloak.credential.otp.setup.TotpMethodSetupPage;
import org.keycloak.models.OTPPolicy;
import org.keycloak.models.credential.OTPCredentialModel;

/**
 * Takes the place of Keycloak's own required action: it has the same id, and a higher order. The OTP that a user sets up belongs to the realm's
 * default TOTP method, and {@link ConfigureOTPGate} decides when the page is shown.
 */
public class UpdateTotpWithMethods extends UpdateTotp implements ReplacementFactory {

    @Override
    public void evaluateTriggers(RequiredActionContext context) {
        super.evaluateTriggers(context);
        ConfigureOTPGate.evaluate(context);
    }

    @Override
    public void requiredActionChallenge(RequiredActionContext context) {
        ConfigureOTPGate.challenge(context, super::requiredActionChallenge);
    }

    @Override
    public void processAction(RequiredActionContext context) {
        ConfigureOTPGate.process(context, super::processAction);
    }

    @Override
    protected boolean validateOTPCredential(RequiredActionContext context, String token, OTPCredentialModel credentialModel, OTPPolicy policy) {
        return TotpMethodSetupPage.of(context).isValid(credentialModel, policy, (credential, judging) -> super.validateOTPCredential(context, token, credential, judging));
    }

    @Override
    public int order() {
        return 1;
    }
}
