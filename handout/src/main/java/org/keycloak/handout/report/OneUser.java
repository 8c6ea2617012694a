package org.keycloak.handout.report;

import java.util.Optional;
import java.util.function.Predicate;

import org.keycloak.handout.Terminal;
import org.keycloak.handout.server.Refusal;
import org.keycloak.handout.server.Server;
import org.keycloak.representations.idm.UserTotpStatusRepresentation;

/** Finds one user. */
final class OneUser {

    private static final int MAX = 10_000;

    private OneUser() {
    }

    /**
     * @param nameOrId the user's id; or the username, in upper or lower case, if nobody has this id. Users may choose a name that is the id of another.
     * @throws Refusal if there is no such user whom the caller may view
     */
    static UserTotpStatusRepresentation find(Server server, String nameOrId) {
        return find(server, "id:" + nameOrId, user -> user.getId().equals(nameOrId))
                .or(() -> find(server, '"' + nameOrId + '"', user -> user.getUsername().equalsIgnoreCase(nameOrId)))
                .orElseThrow(() -> new Refusal("There is no user " + Terminal.line(nameOrId) + ", or you may not view the user."));
    }

    private static Optional<UserTotpStatusRepresentation> find(Server server, String search, Predicate<UserTotpStatusRepresentation> is) {
        return server.totpStatus().list(null, null, null, search, 0, MAX).stream().filter(is).findFirst();
    }
}
