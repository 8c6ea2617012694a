package org.keycloak.credential.otp.method;

import org.keycloak.models.credential.OTPCredentialModel;

/**
 * How many wrong codes of a credential are checked.
 *
 * @param maxValidationAttempts wrong codes that are checked within a period: 1 to 20
 * @param period in seconds
 * @param lockAfter consecutive wrong codes that lock the credential: 1 to 100, or 0 for never
 */
public record AttemptLimits(int maxValidationAttempts, int period, int lockAfter) {

    static final int MAX_VALIDATION_ATTEMPTS = 20;
    public static final int DEFAULT_MAX_VALIDATION_ATTEMPTS = 5;
    static final int MAX_LOCK_AFTER = 100;
    /** No method's limits are higher. */
    public static final AttemptLimits HIGHEST = new AttemptLimits(MAX_VALIDATION_ATTEMPTS, 0, MAX_LOCK_AFTER);

    /**
     * @return the method's limits, with the credential's own period; an HOTP has no period, and gets the method's
     */
    public static AttemptLimits of(TotpMethod method, OTPCredentialModel credential) {
        int period = credential.getOTPCredentialData().getPeriod();
        return new AttemptLimits(method.maxValidationAttempts(), period > 0 ? period : method.period(), method.lockAfter());
    }
}
