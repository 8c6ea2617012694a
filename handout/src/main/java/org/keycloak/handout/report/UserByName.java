package org.keycloak.handout.report;

import org.keycloak.handout.Terminal;
import org.keycloak.handout.server.Refusal;
import org.keycloak.handout.server.Server;
import org.keycloak.representations.idm.UserTotpStatusRepresentation;

/** Finds one user. */
final class UserByName {

    private static final int MAX = 10_000;

    private UserByName() {
    }

    /**
     * @param name username, in upper or lower case
     * @throws Refusal if there is no such user whom the caller may view
     */
    static UserTotpStatusRepresentation find(Server server, String name) {
        return server.totpStatus().list(null, null, null, '"' + name + '"', 0, MAX).stream().filter(user -> user.getUsername().equalsIgnoreCase(name)).findFirst()
                .orElseThrow(() -> new Refusal("There is no user " + Terminal.line(name) + ", or you may not view the user."));
    }
}
