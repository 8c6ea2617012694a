package org.keycloak.credential;

import java.time.Duration;
import java.util.stream.IntStream;

import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.SingleUseObjectProvider;

/**
 * Counts the guesses of one secret, on all nodes, without a lock: each takes a place in the single-use object store before it is judged, and
 * there are as many places as guesses allowed. A place within the period is free again when the period that began with its guess is over. In
 * transactions of its own, since the store is the database on some servers, and a refused login's is rolled back.
 */
final class GuessCount {

    /** So long are consecutive wrong codes remembered. */
    private static final long LIFESPAN = Duration.ofDays(365).toSeconds();

    private static final String PERIOD = "period";
    private static final String CONSECUTIVE = "consecutive";

    private final SingleUseStore store;
    private final String key;
    private final GuessLimits limits;

    /**
     * @param names of the secret, in this realm
     */
    GuessCount(KeycloakSessionFactory factory, RealmModel realm, GuessLimits limits, String... names) {
        this.store = new SingleUseStore(factory);
        this.key = SingleUseKey.of("otp-guess", realm, names);
        this.limits = limits;
    }

    /**
     * A guess before it is judged.
     *
     * @param consecutive how many there are now without a right one between them; 0 where nobody counts them
     */
    record Guess(Place place, int consecutive) {
    }

    enum Place {
        TAKEN, LAST_BEFORE_LOCK, NONE_IN_PERIOD, NONE_BEFORE_LOCK
    }

    Guess take() {
        return store.use(objects -> {
            if (take(objects, PERIOD, limits.maxValidationAttempts(), limits.period()) == 0) {
                return new Guess(Place.NONE_IN_PERIOD, 0);
            }
            if (limits.lockAfter() == 0) {
                return new Guess(Place.TAKEN, 0);
            }
            int consecutive = take(objects, CONSECUTIVE, limits.lockAfter(), LIFESPAN);
            if (consecutive == 0) {
                return new Guess(Place.NONE_BEFORE_LOCK, 0);
            }
            return new Guess(consecutive == limits.lockAfter() ? Place.LAST_BEFORE_LOCK : Place.TAKEN, consecutive);
        });
    }

    /** After a right guess: that and all others are forgotten. */
    void reset(Guess right) {
        store.use(objects -> free(objects, PERIOD, limits.maxValidationAttempts()) | freeConsecutive(objects, right.consecutive()));
    }

    /**
     * @param last a wrong guess in the last place before the lock
     * @return whether the lock is due: not where a right guess that came at the same time has freed the places before
     */
    boolean isLockDue(Guess last) {
        return store.use(objects -> {
            boolean due = IntStream.range(1, last.consecutive()).allMatch(place -> objects.contains(place(CONSECUTIVE, place)));
            if (!due) {
                objects.remove(place(CONSECUTIVE, last.consecutive()));
            }
            return due;
        });
    }

    /**
     * @return whether there was anything
     */
    boolean forget() {
        return store.use(objects -> free(objects, PERIOD, GuessLimits.MAX_VALIDATION_ATTEMPTS) | free(objects, CONSECUTIVE, GuessLimits.MAX_LOCK_AFTER));
    }

    /**
     * @return the place, the first is 1; 0 where there is none
     */
    private int take(SingleUseObjectProvider store, String kind, int places, long lifespan) {
        for (int place = 1; place <= places; place++) {
            if (store.putIfAbsent(place(kind, place), lifespan)) {
                return place;
            }
        }
        return 0;
    }

    private boolean free(SingleUseObjectProvider store, String kind, int places) {
        boolean any = false;
        for (int place = 1; place <= places; place++) {
            any |= store.remove(place(kind, place)) != null;
        }
        return any;
    }

    /** They are taken one after the other, so above the guess's own no place is taken that comes after a free one. */
    private boolean freeConsecutive(SingleUseObjectProvider store, int own) {
        int place = 1;
        while (place <= GuessLimits.MAX_LOCK_AFTER && (store.remove(place(CONSECUTIVE, place)) != null || place <= own)) {
            place++;
        }
        return place > 1;
    }

    private String place(String kind, int place) {
        return key + ":" + kind + place;
    }
}
