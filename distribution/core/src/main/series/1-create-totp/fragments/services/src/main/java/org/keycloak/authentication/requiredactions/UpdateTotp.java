package org.keycloak.authentication.requiredactions;

import org.keycloak.authentication.RequiredActionContext;

public class UpdateTotp {

    // in place of: evaluateTriggers, which is empty

    @Override
    public void evaluateTriggers(RequiredActionContext context) {
        OTPBarrier.evaluate(context);
    }
}
