package org.keycloak.credential.lease;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Waits for other requests, on any node: they tell nobody when they are done.
 */
public final class Retry {

    private static final long PAUSE_MILLIS = 25;

    private Retry() {
    }

    /**
     * Tries again and again, after pauses of random length.
     *
     * @return what an attempt came to; empty if none came to anything in time
     */
    public static <T> Optional<T> until(Duration longest, Supplier<Optional<T>> attempt) {
        long begin = System.nanoTime();
        Optional<T> outcome = attempt.get();
        while (outcome.isEmpty() && System.nanoTime() - begin < longest.toNanos()) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PAUSE_MILLIS + ThreadLocalRandom.current().nextLong(PAUSE_MILLIS)));
            outcome = attempt.get();
        }
        return outcome;
    }
}
