package org.keycloak.handout.enrolment;

import org.keycloak.handout.server.Server;
import org.keycloak.representations.idm.CreateCredentialsRepresentation.UserSelection;

/** How many users are selected, for the progress bar. */
final class NumberOfUsers {

    static final long UNKNOWN = -1;

    private NumberOfUsers() {
    }

    /**
     * @return {@link #UNKNOWN} if the server doesn't tell at once
     */
    static long in(UserSelection users, Server server) {
        if (users.getIds() != null || users.getUsernames() != null) {
            return (users.getIds() != null ? users.getIds() : users.getUsernames()).size();
        }
        if (System.console() == null || users.getRole() != null || users.getQ() != null) {
            return UNKNOWN;
        }
        try {
            return server.totpStatus().count(users.getGroup(), users.isSubGroups(), users.getSearch()).getTotal();
        } catch (RuntimeException e) {
            return UNKNOWN; // the request itself tells what is wrong
        }
    }
}
