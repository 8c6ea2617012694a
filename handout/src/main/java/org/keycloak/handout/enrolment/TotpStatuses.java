package org.keycloak.handout.enrolment;

import java.util.List;
import java.util.function.Consumer;

import org.keycloak.handout.server.Server;
import org.keycloak.representations.idm.UserTotpStatusRepresentation;

/** The TOTPs of all users of the realm, as the server reports them. */
final class TotpStatuses {

    private static final int PAGE = 10_000;

    private TotpStatuses() {
    }

    /** One page at a time is in memory. */
    static void forEach(Server server, Consumer<UserTotpStatusRepresentation> consumer) {
        List<UserTotpStatusRepresentation> page;
        int first = 0;
        do {
            page = server.totpStatus().list(null, first, PAGE);
            page.forEach(consumer);
            first += PAGE;
        } while (!page.isEmpty());
    }
}
