package org.keycloak.credential.lease;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionTaskWithResult;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * A transaction that one request at a time has, on all nodes. It begins when the lease is claimed, so it trusts nothing that was read earlier;
 * it is committed before the reply, so no secret is shown that isn't stored.
 */
public final class LeasedTransaction {

    private final KeycloakSession session;
    private final String name;
    private final Supplier<Optional<Lease>> claim;
    private final Duration patience;

    /**
     * @param session of the request, which has only read until now
     * @param claim empty if another request has the lease
     * @param patience how long the transaction is tried again after conflicts with requests that claim no lease
     */
    public LeasedTransaction(KeycloakSession session, String name, Supplier<Optional<Lease>> claim, Duration patience) {
        this.session = session;
        this.name = name;
        this.claim = claim;
        this.patience = patience;
    }

    /**
     * @param work uses the session that it is given
     * @return what the work returned, once it is committed. The request's own transaction has ended, too
     * @throws LeaseException if another request has the lease, or the work took too long
     */
    public <V> V run(KeycloakSessionTaskWithResult<V> work) {
        session.getTransactionManager().commit(); // gives its database connection back
        try (Lease lease = claim.get().orElseThrow(LeaseException::new)) {
            return Retry.onWriteConflict(patience, () -> commit(session, name, lease, work));
        }
    }

    /**
     * Does work once, in a transaction of its own.
     *
     * @param session of the request, whose context the transaction has
     * @return what the work returned, once it is committed
     * @throws LeaseException if the work took too long
     */
    public static <V> V commit(KeycloakSession session, String name, Lease lease, KeycloakSessionTaskWithResult<V> work) {
        return KeycloakModelUtils.runJobInTransactionWithResult(session.getKeycloakSessionFactory(), session.getContext(), own -> {
            own.getContext().setBearerToken(session.getContext().getBearerToken());
            V result = work.run(own);
            if (!lease.hasTimeLeft()) {
                throw new LeaseException();
            }
            return result;
        }, name);
    }
}
