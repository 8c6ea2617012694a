package org.keycloak.credential.lease;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.keycloak.models.KeycloakSessionFactory;

import org.jboss.logging.Logger;

/**
 * A lock on all nodes that expires: one request at a time changes the same thing, a user's credentials for example. A lease is an entry of the
 * single-use object store. A lease of several things has an entry for each.
 */
public final class Lease implements AutoCloseable {

    private static final Logger LOGGER = Logger.getLogger(Lease.class);

    /** A node that dies while it has a lease blocks the others for this long. */
    private static final Duration LIFESPAN = Duration.ofSeconds(60);
    /** The part of the lifespan that is kept for the commit. */
    private static final Duration MARGIN = Duration.ofSeconds(10);

    private final SingleUseStore store;
    private final Set<String> keys;
    private final long claimed = System.nanoTime();

    private Lease(KeycloakSessionFactory factory) {
        this.store = new SingleUseStore(factory);
        this.keys = new HashSet<>();
    }

    /**
     * @return empty if another request has the lease
     */
    public static Optional<Lease> claim(KeycloakSessionFactory factory, String key) {
        Lease lease = claimFree(factory, Set.of(key));
        return lease.isOf(key) ? Optional.of(lease) : Optional.empty();
    }

    /**
     * Claims several things at once, without waiting for any of them.
     *
     * @return a lease of the things of which no other request has a lease
     */
    public static Lease claimFree(KeycloakSessionFactory factory, Collection<String> keys) {
        Lease lease = new Lease(factory);
        try {
            lease.keys.addAll(lease.store.use(objects -> keys.stream().filter(key -> objects.putIfAbsent(key, LIFESPAN.toSeconds())).toList()));
        } catch (RuntimeException e) {
            if (!WriteConflict.isCauseOf(e)) {
                throw e;
            }
            // The store is a database, and an entry is there by now. None of the others is.
        }
        return lease;
    }

    /** Whether the lease is of this thing. */
    public boolean isOf(String key) {
        return keys.contains(key);
    }

    public static boolean isClaimed(KeycloakSessionFactory factory, String key) {
        return !claimed(factory, Set.of(key)).isEmpty();
    }

    /**
     * @return the keys whose lease a request has
     */
    public static Set<String> claimed(KeycloakSessionFactory factory, Collection<String> keys) {
        return new SingleUseStore(factory).use(objects -> keys.stream().filter(objects::contains).collect(Collectors.toSet()));
    }

    /** Whether a commit that begins now ends before another request can have the lease. */
    boolean hasTimeLeft() {
        return System.nanoTime() - claimed < LIFESPAN.minus(MARGIN).toNanos();
    }

    /** Gives some of the things back early. */
    public void giveBack(Collection<String> some) {
        if (some.isEmpty() || !hasTimeLeft()) {
            return; // another request may have it by now
        }
        List<String> gone = some.stream().filter(keys::remove).toList();
        try {
            store.run(objects -> gone.forEach(objects::remove));
        } catch (RuntimeException e) {
            // The change has ended, and its outcome must reach the client. The entry expires.
            LOGGER.warn("A lease could not be given back. It ends within a minute.", e);
        }
    }

    @Override
    public void close() {
        giveBack(Set.copyOf(keys));
    }
}
