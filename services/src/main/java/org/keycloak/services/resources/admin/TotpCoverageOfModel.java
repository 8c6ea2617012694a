package org.keycloak.services.resources.admin;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.keycloak.common.Profile;
import org.keycloak.credential.RealmCredentialsProvider;
import org.keycloak.credential.UserCredentials;
import org.keycloak.credential.otp.method.TotpMethods;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;
import org.keycloak.services.resources.admin.fgap.AdminPermissions;
import org.keycloak.services.resources.admin.fgap.UserPermissionEvaluator;
import org.keycloak.storage.StorageId;

/**
 * The users whom Keycloak's own lists have, page by page: members of groups, users that a search finds, users of any storage. The right to
 * view is asked for each: Keycloak's lists leave out whom the caller may not view, but not for every caller.
 */
final class TotpCoverageOfModel implements TotpCoverage {

    /** The database sorts all users for each page. */
    private static final int PAGE = 5_000;

    private final OwnSessions sessions;
    private final AdminAuth caller;
    private final TotpCoverageScope scope;

    TotpCoverageOfModel(KeycloakSession session, AdminPermissionEvaluator auth, TotpCoverageScope scope) {
        this.sessions = new OwnSessions(session);
        this.caller = auth.adminAuth();
        this.scope = scope;
    }

    @Override
    public Stream<TotpCoverageUser> users() {
        if (scope.search() != null || scope.groups() == null) {
            return all(new UserSearch(scope.search(), scope.groups()));
        }
        if (scope.groups().size() == 1) {
            return all(members(scope.groups().get(0)));
        }
        Set<String> seen = new HashSet<>(); // a user may be a member of several groups
        return scope.groups().stream().flatMap(group -> all(members(group))).filter(user -> seen.add(user.id()))
                .sorted(Comparator.comparing(TotpCoverageUser::username));
    }

    /** A list of Keycloak's. */
    @FunctionalInterface
    interface Source {

        Stream<UserModel> users(KeycloakSession session, RealmModel realm, int first, int max);
    }

    private static Source members(String groupId) {
        return (session, realm, first, max) -> {
            GroupModel group = realm.getGroupById(groupId);
            return group == null ? Stream.empty() : session.users().getGroupMembersStream(realm, group, first, max);
        };
    }

    /** A storage may leave users out of a page, so only an empty page is the last. */
    private Stream<TotpCoverageUser> all(Source source) {
        return Stream.iterate(page(source, 0), page -> page.size() > 0, page -> page(source, page.first() + PAGE)).flatMap(page -> page.users().stream());
    }

    /**
     * @param size number of users before those are left out whom the caller may not view
     */
    private record Page(int first, int size, List<TotpCoverageUser> users) {
    }

    private Page page(Source source, int first) {
        return sessions.run(own -> {
            RealmModel realm = own.getContext().getRealm();
            AdminPermissionEvaluator auth = AdminPermissions.evaluator(own, realm, callerIn(own));
            limitToViewedGroups(own, auth);
            List<UserModel> users = source.users(own, realm, first, PAGE).toList();
            UserPermissionEvaluator permission = auth.users();
            return new Page(first, users.size(), states(own, realm, users.stream().filter(UserCredentials::supports).filter(permission::canView).toList()));
        });
    }

    /** As Keycloak's list of users does for the first version of fine-grained permissions. */
    private void limitToViewedGroups(KeycloakSession own, AdminPermissionEvaluator auth) {
        if (Profile.isFeatureEnabled(Profile.Feature.ADMIN_FINE_GRAINED_AUTHZ) && scope.groups() == null) {
            Set<String> viewed = auth.groups().getGroupIdsWithViewPermission();
            if (!viewed.isEmpty()) {
                own.setAttribute(UserModel.GROUPS, viewed);
            }
        }
    }

    private AdminAuth callerIn(KeycloakSession own) {
        RealmModel realm = own.realms().getRealm(caller.getRealm().getId());
        UserModel user = own.users().getUserById(realm, caller.getUser().getId());
        return new AdminAuth(realm, caller.getToken(), user == null ? caller.getUser() : user, realm.getClientById(caller.getClient().getId()));
    }

    private static List<TotpCoverageUser> states(KeycloakSession session, RealmModel realm, List<UserModel> users) {
        Map<String, UserTotpState> stored = new HashMap<>();
        List<String> local = users.stream().filter(TotpCoverageOfModel::isInDatabaseAlone).map(UserModel::getId).toList();
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
