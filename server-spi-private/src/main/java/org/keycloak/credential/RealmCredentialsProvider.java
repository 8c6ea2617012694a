package org.keycloak.credential;

import java.util.Map;
import java.util.Set;

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
}
