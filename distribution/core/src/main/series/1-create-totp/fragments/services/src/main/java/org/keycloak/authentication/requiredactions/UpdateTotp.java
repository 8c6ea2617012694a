package org.keycloak.authentication.requiredactions;

import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.credential.otp.setup.ConfigureOTPGate;

public class UpdateTotp {

    // in place of: evaluateTriggers, which is empty

    @Override
    public void evaluateTriggers(RequiredActionContext context) {
        ConfigureOTPGate.evaluate(context);
    }

    // in place of: requiredActionChallenge, which becomes: showPage

    @Override
    public void requiredActionChallenge(RequiredActionContext context) {
        ConfigureOTPGate.challenge(context, this::showPage);
    }

    // in place of: processAction, which becomes: processPage

    @Override
    public void processAction(RequiredActionContext context) {
        ConfigureOTPGate.process(context, this::processPage);
    }
}
