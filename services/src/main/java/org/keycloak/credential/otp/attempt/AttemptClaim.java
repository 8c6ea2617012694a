package org.keycloak.credential.otp.attempt;

/**
 * Whether an attempt got the slots that it needs for its code to be checked.
 *
 * @param slotBeforeLock number of its slot before the lock, the first is 1; 0 if it has none
 */
record AttemptClaim(Result result, int slotBeforeLock) {

    enum Result {
        CLAIMED,
        /** All slots within the period are claimed. */
        NONE_IN_PERIOD,
        /** All slots before the lock are claimed, and not all of their codes are checked yet: a right one releases the slots. */
        NONE_YET,
        /** All slots before the lock are kept for wrong codes. */
        NONE_BEFORE_LOCK
    }

    static AttemptClaim without(Result result) {
        return new AttemptClaim(result, 0);
    }
}
