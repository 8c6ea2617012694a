package org.keycloak.services.resources.admin.userlist;

import java.util.List;
import java.util.stream.Stream;

import org.keycloak.credential.UserBatchProvider;
import org.keycloak.credential.UserBatchProvider.Name;
import org.keycloak.models.RealmModel;
import org.keycloak.storage.UserStorageProvider;

/**
 * Users of Keycloak's own database, without service accounts, in the order of their names. A page costs one statement and begins after the
 * last name of the page before, so it misses nobody, however many there are.
 */
public final class OwnUsers {

    private final Caller caller;
    private final String roleId;

    private OwnUsers(Caller caller, String roleId) {
        this.caller = caller;
        this.roleId = roleId;
    }

    /** Whether the realm has no users outside Keycloak's own database. */
    public static boolean areAllOf(RealmModel realm) {
        return realm.getComponentsStream(realm.getId(), UserStorageProvider.class.getName()).findAny().isEmpty();
    }

    /**
     * The caller's right to view is not asked for.
     *
     * @return ids of all users. A page is read when it is its turn
     */
    public static Stream<String> ids(Caller caller) {
        return new OwnUsers(caller, null).ids();
    }

    /**
     * The caller's right to view is not asked for.
     *
     * @return ids of the users who have the role themselves. A page is read when it is its turn
     */
    public static Stream<String> idsWithRole(Caller caller, String roleId) {
        return new OwnUsers(caller, roleId).ids();
    }

    private Stream<String> ids() {
        return Stream.iterate(after(null), page -> !page.isEmpty(), page -> after(page.get(page.size() - 1).username())).flatMap(List::stream).map(Name::id);
    }

    private List<Name> after(String username) {
        return caller.run("Page of users", (own, permission) -> own.getProvider(UserBatchProvider.class).page(own.getContext().getRealm(), roleId, username));
    }
}
