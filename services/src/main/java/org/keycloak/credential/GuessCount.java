package org.keycloak.credential;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.SingleUseObjectProvider;

/**
 * Counts the guesses of one secret, on all nodes, without a lock: each takes a place in the single-use object store before it is judged, and
 * there are as many places as guesses allowed. A place within the period is free again when the period that began with its guess is over. A
 * place before the lock is kept by a wrong guess only. In transactions of its own, since the store is the database on some servers, and a
 * refused login's is rolled back.
 */
final class GuessCount {

    /** So long are consecutive wrong codes remembered. */
    static final Duration MEMORY = Duration.ofDays(30);
    /** So long does a guess have its place before it is judged: a node that dies in the middle judges none. */
    private static final Duration JUDGEMENT = Duration.ofMinutes(1);
    /** So long does a guess wait for those that have all places before the lock, and aren't judged yet. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private static final String PERIOD = "period";
    private static final String CONSECUTIVE = "before-lock";
    private static final String LOCK = "lock";
    private static final Map<String, String> WRONG = Map.of("judged", "wrong");

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
     * @param consecutive its place before the lock, the first is 1; 0 where it has none
     */
    record Guess(Place place, int consecutive) {

        static Guess without(Place place) {
            return new Guess(place, 0);
        }
    }

    enum Place {
        TAKEN,
        NONE_IN_PERIOD,
        /** Those before the lock are all taken, and not all of these guesses are judged: a right one frees them. */
        NONE_YET,
        /** Those before the lock are all taken by wrong guesses. */
        NONE_BEFORE_LOCK
    }

    /** Waits a moment for guesses that are judged at the same time, if it depends on them whether there is a place. */
    Guess take() {
        long begin = System.nanoTime();
        Guess guess = store.use(this::takeBoth);
        while (guess.place() == Place.NONE_YET && System.nanoTime() - begin < PATIENCE.toNanos()) {
            LockSupport.parkNanos(PAUSE.toNanos());
            guess = store.use(this::takeConsecutive);
        }
        return guess;
    }

    private Guess takeBoth(SingleUseObjectProvider objects) {
        if (take(objects, PERIOD, limits.maxValidationAttempts(), Duration.ofSeconds(limits.period())) == 0) {
            return Guess.without(Place.NONE_IN_PERIOD);
        }
        return limits.lockAfter() == 0 ? Guess.without(Place.TAKEN) : takeConsecutive(objects);
    }

    private Guess takeConsecutive(SingleUseObjectProvider objects) {
        int place = take(objects, CONSECUTIVE, limits.lockAfter(), JUDGEMENT);
        if (place > 0) {
            return new Guess(Place.TAKEN, place);
        }
        return Guess.without(isEachWrong(objects) ? Place.NONE_BEFORE_LOCK : Place.NONE_YET);
    }

    /** After a right guess: that and all others are forgotten. */
    void reset(Guess right) {
        store.use(objects -> {
            free(objects, PERIOD, limits.maxValidationAttempts());
            freeConsecutive(objects, right.consecutive());
            return null;
        });
    }

    /**
     * Keeps the place of a wrong guess.
     *
     * @return whether the lock is due: the places before it are all taken by wrong guesses, and no other guess was told so
     */
    boolean keep(Guess wrong) {
        if (wrong.consecutive() == 0) {
            return false;
        }
        String place = place(CONSECUTIVE, wrong.consecutive());
        store.use(objects -> {
            if (objects.contains(place)) { // else a right guess that came at the same time has freed it
                objects.put(place, MEMORY.toSeconds(), WRONG);
            }
            return null;
        });
        return store.use(objects -> isEachWrong(objects) && objects.putIfAbsent(place(LOCK, 1), JUDGEMENT.toSeconds()));
    }

    /**
     * @return whether there was anything
     */
    boolean forget() {
        return store.use(objects -> {
            boolean inPeriod = free(objects, PERIOD, GuessLimits.MAX_VALIDATION_ATTEMPTS);
            boolean consecutive = free(objects, CONSECUTIVE, GuessLimits.MAX_LOCK_AFTER);
            boolean locked = free(objects, LOCK, 1);
            return inPeriod || consecutive || locked;
        });
    }

    private boolean isEachWrong(SingleUseObjectProvider objects) {
        return IntStream.rangeClosed(1, limits.lockAfter()).map(place -> limits.lockAfter() + 1 - place) // the last one is taken last
                .allMatch(place -> WRONG.equals(objects.get(place(CONSECUTIVE, place))));
    }

    /**
     * @return the place, the first is 1; 0 where there is none
     */
    private int take(SingleUseObjectProvider objects, String kind, int places, Duration lifespan) {
        for (int place = 1; place <= places; place++) {
            if (objects.putIfAbsent(place(kind, place), lifespan.toSeconds())) {
                return place;
            }
        }
        return 0;
    }

    private boolean free(SingleUseObjectProvider objects, String kind, int places) {
        boolean any = false;
        for (int place = 1; place <= places; place++) {
            if (objects.remove(place(kind, place)) != null) {
                any = true;
            }
        }
        return any;
    }

    /** They are taken one after the other, so above the guess's own no place is taken that comes after a free one. */
    private void freeConsecutive(SingleUseObjectProvider objects, int own) {
        int place = 1;
        while (place <= GuessLimits.MAX_LOCK_AFTER && (objects.remove(place(CONSECUTIVE, place)) != null || place <= own)) {
            place++;
        }
    }

    private String place(String kind, int place) {
        return key + ":" + kind + place;
    }
}
