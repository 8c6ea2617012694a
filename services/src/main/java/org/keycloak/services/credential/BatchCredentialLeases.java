package org.keycloak.services.credential;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.keycloak.credential.lease.Lease;
import org.keycloak.credential.lease.LeasedTransaction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionTaskWithResult;
import org.keycloak.models.RealmModel;

/**
 * An administrator's leases to change the credentials of many users, see {@link CredentialLeases}. Nobody is waited for: a user whose
 * credentials another request is changing is left out.
 */
public final class BatchCredentialLeases implements AutoCloseable {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final Lease lease;

    /**
     * @param session of the request
     * @param userIds as they are stored
     */
    public BatchCredentialLeases(KeycloakSession session, RealmModel realm, Collection<String> userIds) {
        this.session = session;
        this.realm = realm;
        Map<String, String> byUsersLease = userIds.stream()
                .collect(Collectors.toMap(id -> CredentialLeases.ofUser(realm, id), Function.identity(), (id, same) -> id));
        this.lease = Lease.claimFree(session.getKeycloakSessionFactory(), byUsersLease.values().stream().map(this::key).toList());
        Set<String> changing = Lease.claimed(session.getKeycloakSessionFactory(), byUsersLease.keySet());
        lease.giveBack(changing.stream().map(byUsersLease::get).map(this::key).toList());
    }

    public boolean isOf(String userId) {
        return lease.isOf(key(userId));
    }

    /**
     * Does work in one transaction.
     *
     * @return what the work returned, once it is committed
     * @throws org.keycloak.credential.lease.LeaseException if the work took too long
     */
    public <V> V commit(String name, KeycloakSessionTaskWithResult<V> work) {
        return LeasedTransaction.commit(session, name, lease, work);
    }

    @Override
    public void close() {
        lease.close();
    }

    private String key(String userId) {
        return CredentialLeases.ofAdministrators(realm, userId);
    }
}
