package org.keycloak.services.resources.admin;

import java.util.Objects;
import java.util.stream.Stream;

import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.cache.CachedUserModel;
import org.keycloak.models.utils.UserModelDelegate;
import org.keycloak.storage.StorageId;
import org.keycloak.storage.UserStoragePrivateUtil;
import org.keycloak.storage.UserStorageUtil;

/**
 * All groups that a user is a member of. Keycloak's cache of users leaves out groups of organizations. They have roles, which the user gets
 * whenever Keycloak reads the user from the storage: if the user is not cached, or the same request changed the user, as a login by HOTP does.
 */
record UserGroups(KeycloakSession session, RealmModel realm) {

    /**
     * @return groups, some of them twice
     */
    Stream<GroupModel> of(UserModel user) {
        return isCached(user) ? Stream.concat(user.getGroupsStream(), stored(user.getId())) : user.getGroupsStream();
    }

    private static boolean isCached(UserModel user) {
        return user instanceof UserModelDelegate delegate ? isCached(delegate.getDelegate()) : user instanceof CachedUserModel;
    }

    private Stream<GroupModel> stored(String userId) {
        if (!StorageId.isLocalStorage(userId)) {
            return UserStorageUtil.userFederatedStorage(session).getGroupsStream(realm, userId).filter(Objects::nonNull);
        }
        UserModel stored = UserStoragePrivateUtil.userLocalStorage(session).getUserById(realm, userId);
        return stored == null ? Stream.empty() : stored.getGroupsStream();
    }
}
