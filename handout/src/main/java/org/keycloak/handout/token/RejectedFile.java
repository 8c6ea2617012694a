package org.keycloak.handout.token;

/** The file of the rows that can't be used. */
final class RejectedFile {

    /** Header of the column that says why. */
    static final String REASON = "reason";
}
