package org.keycloak.credential.lease;

import java.time.Duration;
import java.util.Optional;

import org.keycloak.models.KeycloakSessionFactory;

import org.jboss.logging.Logger;

/**
 * The turn of one request among those that change the same thing, a user's credentials for example, on all nodes: an entry of the single-use
 * object store.
 */
public final class Lease implements AutoCloseable {

    private static final Logger LOGGER = Logger.getLogger(Lease.class);

    /** A node that dies in the middle blocks the others for so long. */
    private static final Duration LIFESPAN = Duration.ofSeconds(60);
    /** What is left of the lifespan for the commit. */
    private static final Duration MARGIN = Duration.ofSeconds(10);

    private final SingleUseStore store;
    private final String key;
    private final long taken = System.nanoTime();

    private Lease(KeycloakSessionFactory factory, String key) {
        this.store = new SingleUseStore(factory);
        this.key = key;
    }

    /**
     * @return empty where another request has the turn
     */
    public static Optional<Lease> claim(KeycloakSessionFactory factory, String key) {
        Lease turn = new Lease(factory, key);
        try {
            return turn.store.use(objects -> objects.putIfAbsent(key, LIFESPAN.toSeconds())) ? Optional.of(turn) : Optional.empty();
        } catch (RuntimeException e) {
            if (WriteConflict.isCauseOf(e)) {
                return Optional.empty(); // a database's way to say that the entry is there by now
            }
            throw e;
        }
    }

    public static boolean isClaimed(KeycloakSessionFactory factory, String key) {
        return new SingleUseStore(factory).use(objects -> objects.contains(key));
    }

    /** Whether a commit that begins now ends before another request can have the turn. */
    public boolean hasTimeLeft() {
        return System.nanoTime() - taken < LIFESPAN.minus(MARGIN).toNanos();
    }

    @Override
    public void close() {
        if (!hasTimeLeft()) {
            return; // it may be another's by now
        }
        try {
            store.use(objects -> objects.remove(key));
        } catch (RuntimeException e) {
            // The change has ended, well or not, and its outcome is to be told: the entry expires.
            LOGGER.warn("The turn of a request could not be given back. It ends within a minute.", e);
        }
    }
}
