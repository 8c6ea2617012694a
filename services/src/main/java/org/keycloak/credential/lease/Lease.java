package org.keycloak.credential.lease;

import java.time.Duration;
import java.util.Optional;

import org.keycloak.models.KeycloakSessionFactory;

import org.jboss.logging.Logger;

/**
 * A lock on all nodes that expires: one request at a time changes the same thing, a user's credentials for example. A lease is an entry of the
 * single-use object store.
 */
public final class Lease implements AutoCloseable {

    private static final Logger LOGGER = Logger.getLogger(Lease.class);

    /** A node that dies while it has a lease blocks the others for this long. */
    private static final Duration LIFESPAN = Duration.ofSeconds(60);
    /** The part of the lifespan that is kept for the commit. */
    private static final Duration MARGIN = Duration.ofSeconds(10);

    private final SingleUseStore store;
    private final String key;
    private final long claimed = System.nanoTime();

    private Lease(KeycloakSessionFactory factory, String key) {
        this.store = new SingleUseStore(factory);
        this.key = key;
    }

    /**
     * @return empty if another request has the lease
     */
    public static Optional<Lease> claim(KeycloakSessionFactory factory, String key) {
        Lease lease = new Lease(factory, key);
        try {
            boolean won = lease.store.use(objects -> objects.putIfAbsent(key, LIFESPAN.toSeconds()));
            return won ? Optional.of(lease) : Optional.empty();
        } catch (RuntimeException e) {
            if (WriteConflict.isCauseOf(e)) {
                return Optional.empty(); // the store is a database, and the entry is there by now
            }
            throw e;
        }
    }

    public static boolean isClaimed(KeycloakSessionFactory factory, String key) {
        return new SingleUseStore(factory).use(objects -> objects.contains(key));
    }

    /** Whether a commit that begins now ends before another request can have the lease. */
    boolean hasTimeLeft() {
        return System.nanoTime() - claimed < LIFESPAN.minus(MARGIN).toNanos();
    }

    @Override
    public void close() {
        if (!hasTimeLeft()) {
            return; // another request may have it by now
        }
        try {
            store.use(objects -> objects.remove(key));
        } catch (RuntimeException e) {
            // The change has ended, and its outcome must reach the client. The entry expires.
            LOGGER.warn("A lease could not be given back. It ends within a minute.", e);
        }
    }
}
