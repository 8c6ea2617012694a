package org.keycloak.services.resources.admin.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.representations.idm.UserTotpStatusRepresentation;
import org.keycloak.services.resources.admin.TotpStatus;
import org.keycloak.services.resources.admin.userlist.Caller;
import org.keycloak.services.resources.admin.userlist.ReadableNames;
import org.keycloak.services.resources.admin.userlist.ReadableNames.Names;

/**
 * What is told of users in a list. It is read again, so it may be newer than the state that the users were selected by.
 */
public final class TotpCoverageRows {

    /** Each statement has Hibernate look at all that the session has read. */
    private static final int PAGE = 100;

    private final Caller caller;

    public TotpCoverageRows(Caller caller) {
        this.caller = caller;
    }

    /**
     * @return a row for each user, except for users who have been removed
     */
    public List<UserTotpStatusRepresentation> of(List<TotpCoverageUser> users) {
        List<UserTotpStatusRepresentation> rows = new ArrayList<>();
        for (int first = 0; first < users.size(); first += PAGE) {
            List<TotpCoverageUser> page = users.subList(first, Math.min(first + PAGE, users.size()));
            rows.addAll(caller.run("Status of TOTPs", (own, permission) -> page(own, page)));
        }
        return rows;
    }

    private static List<UserTotpStatusRepresentation> page(KeycloakSession session, List<TotpCoverageUser> users) {
        RealmModel realm = session.getContext().getRealm();
        ReadableNames readable = new ReadableNames(session);
        return users.stream().map(user -> session.users().getUserById(realm, user.id())).filter(Objects::nonNull)
                .map(user -> row(session, realm, user, readable.of(user))).toList();
    }

    private static UserTotpStatusRepresentation row(KeycloakSession session, RealmModel realm, UserModel user, Names names) {
        UserTotpStatusRepresentation row = new UserTotpStatusRepresentation();
        row.setId(user.getId());
        row.setUsername(user.getUsername());
        row.setFirstName(names.firstName());
        row.setLastName(names.lastName());
        row.setEmail(names.email());
        row.setEnabled(user.isEnabled());
        return new TotpStatus(session, realm, user).fill(row);
    }
}
