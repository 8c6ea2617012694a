package org.keycloak.credential.otp.attempt;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.keycloak.credential.lease.Retry;
import org.keycloak.credential.lease.SingleUseStore;
import org.keycloak.credential.otp.method.AttemptLimits;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.SingleUseObjectProvider;

/**
 * Counts the guesses of one secret, on all nodes, without a lock: each takes a place in the single-use object store before it is judged, and
 * there are as many places as guesses allowed. A place within the period is free again when the period that began with its guess is over. A
 * place before the lock is kept by a wrong guess only. In transactions of its own, since the store is the database on some servers, and a
 * refused login's is rolled back.
 */
public final class AttemptSlots {

    /** So long are consecutive wrong codes remembered. */
    static final Duration MEMORY = Duration.ofDays(30);
    /** So long does a guess have its place before it is judged: a node that dies in the middle judges none. */
    private static final Duration JUDGEMENT = Duration.ofMinutes(1);
    /** So long does a guess wait while other guesses, which aren't judged yet, have all places before the lock. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int GAP = 3;

    private static final String PERIOD = "period";
    private static final String CONSECUTIVE = "before-lock";
    private static final String LOCK = "lock";
    private static final Map<String, String> WRONG = Map.of("judged", "wrong");

    private final SingleUseStore store;
    private final String key;
    private final AttemptLimits limits;

    /**
     * @param key of the secret, in the store
     */
    public AttemptSlots(KeycloakSessionFactory factory, String key, AttemptLimits limits) {
        this.store = new SingleUseStore(factory);
        this.key = key;
        this.limits = limits;
    }

    /**
     * A guess before it is judged.
     *
     * @param consecutive its place before the lock, the first is 1; 0 where it has none
     */
    public record Guess(Place place, int consecutive) {

        static Guess without(Place place) {
            return new Guess(place, 0);
        }
    }

    public enum Place {
        TAKEN,
        NONE_IN_PERIOD,
        /** Those before the lock are all taken, and not all of these guesses are judged: a right one frees them. */
        NONE_YET,
        /** Those before the lock are all taken by wrong guesses. */
        NONE_BEFORE_LOCK
    }

    /** Waits a moment for guesses that are judged at the same time, if it depends on them whether there is a place. */
    public Guess take() {
        Guess guess = store.use(this::takeBoth);
        return guess.place() == Place.NONE_YET ? Retry.until(PATIENCE, () -> store.use(this::retake)).orElse(guess) : guess;
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

    private Optional<Guess> retake(SingleUseObjectProvider objects) {
        boolean waiting = lastFirst().map(objects::get).anyMatch(notes -> notes != null && !WRONG.equals(notes));
        return waiting ? Optional.empty() : Optional.of(takeConsecutive(objects)).filter(guess -> guess.place() != Place.NONE_YET);
    }

    /** After a right guess: that and all others are forgotten. */
    public void reset(Guess right) {
        store.run(objects -> {
            free(objects, PERIOD, limits.maxValidationAttempts(), 0);
            free(objects, CONSECUTIVE, right.consecutive(), GAP);
        });
    }

    /** After a guess that could not be judged, or was none. It keeps its place within the period. */
    void giveBack(Guess guess) {
        if (guess.consecutive() > 0) {
            store.run(objects -> objects.remove(place(CONSECUTIVE, guess.consecutive())));
        }
    }

    /**
     * Keeps the place of a wrong guess. What is put is seen by others when it is committed, so a second transaction looks at all places: of
     * guesses that are kept at the same time, one at least sees that each is wrong.
     *
     * @return whether the lock is due: the places before it are all taken by wrong guesses, and no other guess was told so
     */
    boolean keep(Guess wrong) {
        if (wrong.consecutive() == 0) {
            return false;
        }
        String place = place(CONSECUTIVE, wrong.consecutive());
        store.run(objects -> {
            if (objects.contains(place)) { // else a right guess that came at the same time has freed it
                objects.put(place, MEMORY.toSeconds(), WRONG);
            }
        });
        return store.use(objects -> isEachWrong(objects) && objects.putIfAbsent(place(LOCK, 1), JUDGEMENT.toSeconds()));
    }

    /** What would last for more than minutes. */
    void forgetConsecutive() {
        store.run(objects -> free(objects, CONSECUTIVE, 0, GAP));
    }

    /**
     * @return whether there was anything
     */
    boolean forget() {
        return store.use(objects -> {
            boolean inPeriod = free(objects, PERIOD, AttemptLimits.MAX_VALIDATION_ATTEMPTS, 0);
            boolean consecutive = free(objects, CONSECUTIVE, AttemptLimits.MAX_LOCK_AFTER, 0);
            boolean locked = free(objects, LOCK, 1, 0);
            return inPeriod || consecutive || locked;
        });
    }

    private boolean isEachWrong(SingleUseObjectProvider objects) {
        return lastFirst().map(objects::get).allMatch(WRONG::equals);
    }

    /** The places before the lock: the last one is taken last. */
    private Stream<String> lastFirst() {
        return IntStream.rangeClosed(1, limits.lockAfter()).mapToObj(place -> place(CONSECUTIVE, limits.lockAfter() + 1 - place));
    }

    /**
     * @return the place, the first is 1; 0 where there is none
     */
    private int take(SingleUseObjectProvider objects, String kind, int places, Duration lifespan) {
        return IntStream.rangeClosed(1, places).filter(place -> objects.putIfAbsent(place(kind, place), lifespan.toSeconds())).findFirst().orElse(0);
    }

    /**
     * Frees the first places, and the taken places above them, until so many in a row are free. There may be gaps: places expire at different
     * times, and a wrong guess may keep its place while a right one frees it.
     *
     * @return whether any was taken
     */
    private boolean free(SingleUseObjectProvider objects, String kind, int first, int gap) {
        int last = first;
        boolean any = false;
        for (int place = 1; place <= last + gap; place++) {
            if (objects.remove(place(kind, place)) != null) {
                last = Math.max(last, place);
                any = true;
            }
        }
        return any;
    }

    private String place(String kind, int place) {
        return key + ":" + kind + place;
    }
}
