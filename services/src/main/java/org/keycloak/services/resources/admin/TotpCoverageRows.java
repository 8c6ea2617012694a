package org.keycloak.services.resources.admin;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.representations.idm.UserTotpStatusRepresentation;

/**
 * What is told of users in a list. It is read again, so it may be newer than the state that the users were selected by.
 */
final class TotpCoverageRows {

    /** Each statement has Hibernate look at all that the session has read. */
    private static final int PAGE = 100;

    private final OwnSessions sessions;

    TotpCoverageRows(KeycloakSession session) {
        this.sessions = new OwnSessions(session);
    }

    /**
     * @return a row for each user, except for users who have been removed
     */
    List<UserTotpStatusRepresentation> of(List<TotpCoverageUser> users) {
        List<UserTotpStatusRepresentation> rows = new ArrayList<>();
        for (int first = 0; first < users.size(); first += PAGE) {
            List<TotpCoverageUser> page = users.subList(first, Math.min(first + PAGE, users.size()));
            rows.addAll(sessions.run(own -> page(own, page)));
        }
        return rows;
    }

    private static List<UserTotpStatusRepresentation> page(KeycloakSession session, List<TotpCoverageUser> users) {
        RealmModel realm = session.getContext().getRealm();
        return users.stream().map(user -> session.users().getUserById(realm, user.id())).filter(Objects::nonNull).map(user -> row(session, realm, user)).toList();
    }

    private static UserTotpStatusRepresentation row(KeycloakSession session, RealmModel realm, UserModel user) {
        UserTotpStatusRepresentation row = new UserTotpStatusRepresentation();
        row.setId(user.getId());
        row.setUsername(user.getUsername());
        row.setFirstName(user.getFirstName());
        row.setLastName(user.getLastName());
        row.setEmail(user.getEmail());
        row.setEnabled(user.isEnabled());
        return new TotpStatus(session, realm, user).fill(row);
    }
}
