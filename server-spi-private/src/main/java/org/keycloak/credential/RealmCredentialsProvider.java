package org.keycloak.credential;

import java.util.Map;
import java.util.Set;

import org.keycloak.models.RealmModel;
import org.keycloak.provider.Provider;

/**
 * The credentials of all users of a realm, which {@link UserCredentialStore} knows one user at a time: for types whose data many users have
 * in common. Those that a user's storage keeps itself are not among them.
 */
public interface RealmCredentialsProvider extends Provider {

    /** Of longer data only so much is told. */
    int MAX_LENGTH = 255;

    /**
     * @param type of the credentials
     * @return how many credentials there are by their data, of which the first {@link #MAX_LENGTH} characters count
     */
    Map<String, Long> countByData(RealmModel realm, String type);

    /**
     * @param data of the credentials that are removed, or the first {@link #MAX_LENGTH} characters of it
     * @return how many there were
     */
    long remove(RealmModel realm, String type, Set<String> data);
}
