package org.keycloak.credential.otp;

import java.util.Locale;

import org.keycloak.credential.CredentialInput;
import org.keycloak.models.UserCredentialModel;

/**
 * Why the code of an OTP was refused, the mildest reason first. Only an administrator ends a lock. If a TOTP is expired, only a new one helps,
 * or a change of its method. Keycloak's validation returns no more than whether a code is valid, so the reason is noted in the validated
 * input.
 */
public enum OTPRefusal {

    INVALID, ATTEMPTS_EXCEEDED, LOCKED, EXPIRED;

    private static final String NOTE = "otp-refusal";

    /**
     * @param refused input that was validated
     */
    public static OTPRefusal of(UserCredentialModel refused) {
        return refused.getNote(NOTE) instanceof OTPRefusal refusal ? refusal : INVALID;
    }

    public void note(CredentialInput refused) {
        if (refused instanceof UserCredentialModel model) {
            model.setNote(NOTE, this);
        }
    }

    /** As the admin API writes it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
