package org.keycloak.credential.lease;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

import org.jboss.logging.Logger;

/**
 * Tries again after pauses of random length: other requests, on any node, tell nobody when they are done.
 */
public final class Retry {

    private static final Logger LOGGER = Logger.getLogger(Retry.class);

    private static final long PAUSE_MILLIS = 25;

    private Retry() {
    }

    /**
     * Tries until an attempt returns something.
     *
     * @return empty if no attempt returned anything in time
     */
    public static <T> Optional<T> until(Duration longest, Supplier<Optional<T>> attempt) {
        long begin = System.nanoTime();
        Optional<T> outcome = attempt.get();
        while (outcome.isEmpty() && isInTime(begin, longest)) {
            pause();
            outcome = attempt.get();
        }
        return outcome;
    }

    /**
     * Tries until an attempt ends without a {@link WriteConflict}.
     *
     * @return what that attempt returned
     * @throws RuntimeException of the last attempt, if none ended without a conflict in time. A violated constraint is tried once more only:
     *     the second time the attempt sees what the other transaction wrote, so the constraint isn't about a race
     */
    public static <T> T onWriteConflict(Duration longest, Supplier<T> attempt) {
        long begin = System.nanoTime();
        boolean constraintSeen = false;
        while (true) {
            try {
                return attempt.get();
            } catch (RuntimeException e) {
                if (!WriteConflict.isCauseOf(e)) {
                    throw e;
                }
                LOGGER.debugf("Another transaction was first: %s", WriteConflict.description(e));
                boolean constraint = WriteConflict.isConstraint(e);
                if (constraint && constraintSeen || !isInTime(begin, longest)) {
                    throw e;
                }
                constraintSeen = constraintSeen || constraint;
            }
            pause();
        }
    }

    private static boolean isInTime(long begin, Duration longest) {
        return System.nanoTime() - begin < longest.toNanos();
    }

    private static void pause() {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PAUSE_MILLIS + ThreadLocalRandom.current().nextLong(PAUSE_MILLIS)));
    }
}
