package org.keycloak.credential.otp.method;

import org.keycloak.models.credential.OTPCredentialModel;

/**
 * How often the codes of a credential may be guessed.
 *
 * @param maxValidationAttempts wrong codes that are judged within a period
 * @param period in seconds
 * @param lockAfter consecutive wrong codes that lock it; 0 for never
 */
public record AttemptLimits(int maxValidationAttempts, int period, int lockAfter) {

    public static final int MAX_VALIDATION_ATTEMPTS = 20;
    public static final int DEFAULT_MAX_VALIDATION_ATTEMPTS = 5;
    public static final int MAX_LOCK_AFTER = 100;
    public static final AttemptLimits NONE = new AttemptLimits(0, 0, 0);

    /** The period is the credential's; an HOTP has none. */
    public static AttemptLimits of(TotpMethod method, OTPCredentialModel credential) {
        int period = credential.getOTPCredentialData().getPeriod();
        return new AttemptLimits(method.maxValidationAttempts(), period > 0 ? period : method.period(), method.lockAfter());
    }
}
