package org.keycloak.credential.otp.attempt;

import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.keycloak.models.SingleUseObjectProvider;

/**
 * A counter of attempts on all nodes, without a lock: each attempt claims a slot before its code is checked, and there are as many slots as
 * attempts allowed. A slot is an entry of the single-use object store. It is free again when its lifespan is over, or when it is released.
 */
public final class AttemptSlots {

    /** How long the slot of a wrong code is kept. */
    static final Duration MEMORY = Duration.ofDays(30);

    /** Notes in the slot of a wrong code. Entries outlast an upgrade, so the notes keep their letters. */
    private static final Map<String, String> WRONG = Map.of("judged", "wrong");
    /** After this many free slots in a row, no claimed slot is expected above. */
    private static final int GAP = 3;

    private final String key;
    private final int size;
    private final Duration lifespan;

    /**
     * @param key of the counter, in the store
     */
    public AttemptSlots(String key, int size, Duration lifespan) {
        this.key = key;
        this.size = size;
        this.lifespan = lifespan;
    }

    /**
     * @return number of the slot, the first is 1; empty if all are claimed
     */
    public OptionalInt claim(SingleUseObjectProvider objects) {
        for (int slot = 1; slot <= size; slot++) {
            if (objects.putIfAbsent(key(slot), lifespan.toSeconds())) {
                return OptionalInt.of(slot);
            }
        }
        return OptionalInt.empty();
    }

    /** Keeps the slot of a wrong code for long. */
    void keep(SingleUseObjectProvider objects, int slot) {
        if (objects.contains(key(slot))) { // else a right code that came at the same time has released it
            objects.put(key(slot), MEMORY.toSeconds(), WRONG);
        }
    }

    /**
     * @return whether the slot was claimed
     */
    boolean release(SingleUseObjectProvider objects, int slot) {
        return objects.remove(key(slot)) != null;
    }

    /**
     * @return whether any slot was claimed
     */
    public boolean releaseAll(SingleUseObjectProvider objects) {
        boolean any = false;
        for (int slot = 1; slot <= size; slot++) {
            if (release(objects, slot)) {
                any = true;
            }
        }
        return any;
    }

    /**
     * Releases the slots up to this one, and the claimed ones above it until {@link #GAP} in a row are free. There may be gaps: slots expire at
     * different times, and a wrong code may keep its slot while a right one releases it. Slots above the size are released too, because there may
     * have been more slots before.
     */
    void releaseThrough(SingleUseObjectProvider objects, int slot) {
        int last = slot;
        for (int next = 1; next <= last + GAP; next++) {
            if (release(objects, next)) {
                last = Math.max(last, next);
            }
        }
    }

    /** Whether each slot is kept for a wrong code. */
    boolean isEachWrong(SingleUseObjectProvider objects) {
        return lastFirst().map(objects::get).allMatch(WRONG::equals);
    }

    /** Whether a slot is claimed by an attempt whose code is still being checked. */
    boolean isAnyPending(SingleUseObjectProvider objects) {
        return lastFirst().map(objects::get).anyMatch(notes -> notes != null && !WRONG.equals(notes));
    }

    /** The last slot is claimed last, so it tells soonest. */
    private Stream<String> lastFirst() {
        return IntStream.rangeClosed(1, size).mapToObj(slot -> key(size + 1 - slot));
    }

    private String key(int slot) {
        return key + slot;
    }
}
