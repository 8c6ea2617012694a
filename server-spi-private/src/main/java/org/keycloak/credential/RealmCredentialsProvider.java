package org.keycloak.credential;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.keycloak.models.RealmModel;
import org.keycloak.provider.Provider;

/**
 * The credentials of all users of a realm, for types of which many credentials have the same data. {@link UserCredentialStore} knows the
 * credentials of one user only. Credentials that a user's storage keeps itself are not counted.
 */
public interface RealmCredentialsProvider extends Provider {

    /** Number of characters of a credential's data that are looked at; what follows them is ignored. */
    int MAX_LENGTH = 255;

    /**
     * @param type of the credentials
     * @return how many credentials there are of each data, or of each beginning of {@link #MAX_LENGTH} characters
     */
    Map<String, Long> countByData(RealmModel realm, String type);

    /**
     * Removes credentials by their data.
     *
     * @param type of the credentials
     * @param data of the credentials to remove, as {@link #countByData} returns it
     * @return how many credentials were removed
     */
    long remove(RealmModel realm, String type, Set<String> data);

    /** Greatest number of users in one call of {@link #ofUsers(RealmModel, String, Collection)}: Oracle takes no longer lists. */
    int MAX_USERS = 1000;

    /**
     * All users in Keycloak's own database, except for service accounts, with their credentials of a type. Users are ordered by their names.
     * A user with several credentials comes several times in a row, and a user without any comes once.
     *
     * @param type of the credentials
     * @return a stream that reads from the database; the caller closes it
     */
    Stream<OfUser> ofUsers(RealmModel realm, String type);

    /**
     * The credentials of some users in Keycloak's own database. A user without any is left out.
     *
     * @param userIds at most {@link #MAX_USERS} ids, and at least one
     * @return credentials of one user in a row
     */
    Stream<OfUser> ofUsers(RealmModel realm, String type, Collection<String> userIds);

    /**
     * A credential of a user, or a user without any.
     *
     * @param credentialId {@code null} if the user has no credential of the type
     * @param data the first {@link #MAX_LENGTH} characters of the credential's data; may be {@code null}
     * @param createdDate in milliseconds since 1970-01-01 UTC; may be {@code null}
     */
    record OfUser(String userId, String username, String credentialId, String data, Long createdDate) {
    }
}
