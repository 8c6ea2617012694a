package org.keycloak.handout.enrolment;

/** What a journal notes besides lines. */
final class Notes {

    /** How long a TOTP of the run can stay unused, in milliseconds. */
    static final String TIME_TO_USE = "timeToUse";
    static final long NO_LIMIT = 0;

    /** Begins the names of notes of when the run was resumed, by the server's clock, in milliseconds since 1970-01-01 UTC. */
    static final String RESUMED = "resumed.";

    private Notes() {
    }
}
