package org.keycloak.services.resources.admin.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;

import org.keycloak.credential.UserBatchProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.representations.idm.UserTotpStatusRepresentation;
import org.keycloak.services.resources.admin.CredentialPermission;
import org.keycloak.services.resources.admin.UserTotpStatus;
import org.keycloak.services.resources.admin.userlist.Caller;

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
     * @param withAccess whether a row tells what the caller may do with the user's credentials
     * @return a row for each user, except for users who have been removed
     */
    public List<UserTotpStatusRepresentation> of(List<TotpCoverageUser> users, boolean withAccess) {
        List<UserTotpStatusRepresentation> rows = new ArrayList<>();
        for (int first = 0; first < users.size(); first += PAGE) {
            List<TotpCoverageUser> page = users.subList(first, Math.min(first + PAGE, users.size()));
            rows.addAll(caller.run("Status of TOTPs", (own, permission) -> page(own, page, withAccess ? access(own, permission.credentials(), page) : (row, user) -> {
            })));
        }
        return rows;
    }

    private static List<UserTotpStatusRepresentation> page(KeycloakSession session, List<TotpCoverageUser> users, BiConsumer<UserTotpStatusRepresentation, UserModel> more) {
        RealmModel realm = session.getContext().getRealm();
        UserTotpStatus status = new UserTotpStatus(session);
        return users.stream().map(user -> session.users().getUserById(realm, user.id())).filter(Objects::nonNull).map(user -> {
            UserTotpStatusRepresentation row = status.summary(user);
            more.accept(row, user);
            return row;
        }).toList();
    }

    /** Users of a batch have their roles and groups read together. */
    private static BiConsumer<UserTotpStatusRepresentation, UserModel> access(KeycloakSession session, CredentialPermission permission, List<TotpCoverageUser> page) {
        Map<String, UserModel> batch = permission.managesAll() ? Map.of()
                : session.getProvider(UserBatchProvider.class).load(session.getContext().getRealm(), page.stream().map(TotpCoverageUser::id).toList());
        return (row, user) -> row.setAccess(UserTotpStatus.access(permission.canChange(batch.getOrDefault(user.getId(), user))));
    }
}
