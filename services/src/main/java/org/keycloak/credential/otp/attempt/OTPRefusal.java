package org.keycloak.credential.otp.attempt;

import java.util.Locale;

import org.keycloak.credential.CredentialInput;
import org.keycloak.models.UserCredentialModel;

/**
 * Why a code of an OTP was refused, from the least to what an administrator has to do something about. The validation of a credential says
 * no more than whether it is valid, so this is noted in what is validated.
 */
public enum OTPRefusal {

    INVALID, ATTEMPTS_EXCEEDED, LOCKED;

    private static final String NOTE = "otp-refusal";

    /**
     * @param refused what was validated
     */
    public static OTPRefusal of(UserCredentialModel refused) {
        return refused.getNote(NOTE) instanceof OTPRefusal refusal ? refusal : INVALID;
    }

    void note(CredentialInput refused) {
        if (refused instanceof UserCredentialModel model) {
            model.setNote(NOTE, this);
        }
    }

    /** As the admin API says it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
