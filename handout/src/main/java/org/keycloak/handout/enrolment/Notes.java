package org.keycloak.handout.enrolment;

/** What a journal notes besides lines. */
final class Notes {

    /** How long a TOTP of the run can stay unused, in milliseconds. */
    static final String TIME_TO_USE = "timeToUse";
    static final long NO_LIMIT = 0;

    private Notes() {
    }
}
