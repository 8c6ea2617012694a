package org.keycloak.services.resources.admin.coverage;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.keycloak.credential.RealmCredentialsProvider;
import org.keycloak.credential.UserCredentials;
import org.keycloak.credential.otp.method.TotpMethods;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.services.resources.admin.TotpStatus;
import org.keycloak.services.resources.admin.UserTotpState;
import org.keycloak.services.resources.admin.userlist.Caller;
import org.keycloak.services.resources.admin.userlist.UserList;
import org.keycloak.services.resources.admin.userlist.UserPages;
import org.keycloak.storage.StorageId;

/**
 * The users whom Keycloak's own lists have: members of groups, users that a search finds, users of any storage.
 */
final class TotpCoverageOfModel implements TotpCoverage {

    /** Most who look for a user need no more. */
    private static final int FIRST_PAGE = 100;

    private final UserPages pages;
    private final TotpCoverageScope scope;

    TotpCoverageOfModel(Caller caller, TotpCoverageScope scope) {
        this.pages = new UserPages(caller, FIRST_PAGE);
        this.scope = scope;
    }

    @Override
    public Stream<TotpCoverageUser> users() {
        List<? extends UserList> lists = scope.lists();
        if (lists.size() == 1) {
            return pages.read(lists.get(0), TotpCoverageOfModel::states);
        }
        Set<String> seen = new HashSet<>(); // a user may be a member of several groups
        return lists.stream().flatMap(list -> pages.read(list, TotpCoverageOfModel::states)).filter(user -> seen.add(user.id()))
                .sorted(Comparator.comparing(TotpCoverageUser::username));
    }

    private static List<TotpCoverageUser> states(KeycloakSession session, List<UserModel> all) {
        RealmModel realm = session.getContext().getRealm();
        List<UserModel> users = all.stream().filter(UserCredentials::supports).toList();
        Map<String, UserTotpState> stored = new HashMap<>();
        List<String> local = users.stream().filter(TotpCoverageOfModel::isInDatabaseAlone).map(user -> user.getId()).toList();
        RealmCredentialsProvider credentials = session.getProvider(RealmCredentialsProvider.class);
        TotpCoverageStates states = new TotpCoverageStates(new TotpMethods(realm));
        for (int from = 0; from < local.size(); from += RealmCredentialsProvider.MAX_USERS) {
            List<String> some = local.subList(from, Math.min(from + RealmCredentialsProvider.MAX_USERS, local.size()));
            try (Stream<TotpCoverageUser> found = states.of(credentials.ofUsers(realm, OTPCredentialModel.TYPE, some))) {
                stored.putAll(found.collect(Collectors.toMap(TotpCoverageUser::id, TotpCoverageUser::state)));
            }
        }
        return users.stream().map(user -> new TotpCoverageUser(user.getId(), user.getUsername(),
                isInDatabaseAlone(user) ? stored.getOrDefault(user.getId(), UserTotpState.NONE) : new TotpStatus(session, realm, user).state())).toList();
    }

    private static boolean isInDatabaseAlone(UserModel user) {
        return StorageId.isLocalStorage(user.getId()) && user.getFederationLink() == null;
    }
}
