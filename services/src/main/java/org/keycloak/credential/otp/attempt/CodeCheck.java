package org.keycloak.credential.otp.attempt;

import java.util.function.BooleanSupplier;

import org.keycloak.models.OTPPolicy;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.models.utils.CredentialValidation;

/**
 * Checks one code of a credential.
 */
final class CodeCheck {

    private final String code;
    private final OTPCredentialModel credential;
    private final OTPPolicy policy;
    private final BooleanSupplier validator;

    /**
     * @param validator Keycloak's own validation of the code, by the same policy
     */
    CodeCheck(String code, OTPCredentialModel credential, OTPPolicy policy, BooleanSupplier validator) {
        this.code = code;
        this.credential = credential;
        this.policy = policy;
        this.validator = validator;
    }

    /** Whether Keycloak accepts the code. An accepted code is used up. */
    boolean isValid() {
        return validator.getAsBoolean();
    }

    /** Whether it is a code of the present time. A current code that isn't valid was used up before. */
    boolean isCurrent() {
        return CredentialValidation.validOTP(code, credential, policy.getLookAheadWindow());
    }
}
