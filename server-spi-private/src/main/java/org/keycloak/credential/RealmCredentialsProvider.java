package org.keycloak.credential;

import java.util.Set;

import org.keycloak.models.RealmModel;
import org.keycloak.provider.Provider;

/**
 * The credentials of all users of a realm, which {@link UserCredentialStore} knows one user at a time. Those that a user's storage keeps
 * itself are not among them.
 */
public interface RealmCredentialsProvider extends Provider {

    /**
     * @param type of the credentials
     * @param dataFragments texts, of which the data of a credential contains one at least
     */
    long count(RealmModel realm, String type, Set<String> dataFragments);

    /**
     * Removes the credentials that {@link #count} counts.
     *
     * @return how many there were
     */
    long remove(RealmModel realm, String type, Set<String> dataFragments);
}
