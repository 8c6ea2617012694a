package org.keycloak.services.credential;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import org.keycloak.credential.lease.Lease;
import org.keycloak.credential.lease.LeasedTransaction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionTaskWithResult;

/**
 * An administrator's leases to change the credentials of many users, see {@link CredentialLeases}. Nobody is waited for: a user whose
 * credentials another request is changing is left out.
 */
public final class BatchCredentialLeases implements AutoCloseable {

    private final KeycloakSession session;
    private final Map<String, String> keys;
    private final Lease lease;

    /**
     * @param session of the request
     * @param userIds as they are stored
     */
    public BatchCredentialLeases(KeycloakSession session, CredentialLeaseKeys leaseKeys, Collection<String> userIds) {
        this.session = session;
        this.keys = keys(userIds, leaseKeys.ofAdministrators());
        this.lease = Lease.claimFree(session.getKeycloakSessionFactory(), keys.values());
        try {
            Map<String, String> ofUsers = keys(userIds, leaseKeys.ofUser());
            Set<String> changing = Lease.claimed(session.getKeycloakSessionFactory(), ofUsers.values());
            lease.giveBack(ofUsers.entrySet().stream().filter(user -> changing.contains(user.getValue())).map(user -> keys.get(user.getKey())).toList());
        } catch (RuntimeException e) {
            lease.close();
            throw e;
        }
    }

    private static Map<String, String> keys(Collection<String> userIds, UnaryOperator<String> key) {
        return userIds.stream().distinct().collect(Collectors.toMap(Function.identity(), key));
    }

    public boolean isOf(String userId) {
        return lease.isOf(keys.get(userId));
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
}
