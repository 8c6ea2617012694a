package org.keycloak.credential.otp.attempt;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

import org.keycloak.credential.lease.Retry;
import org.keycloak.credential.lease.SingleUseKey;
import org.keycloak.credential.lease.SingleUseStore;
import org.keycloak.credential.otp.attempt.AttemptClaim.Result;
import org.keycloak.credential.otp.method.AttemptLimits;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.SingleUseObjectProvider;

/**
 * The attempts at one credential: those within a period, and the consecutive wrong ones before the lock. A slot within the period is free again
 * when the period that began with its attempt is over, whatever the code was. A slot before the lock is kept for a wrong code only.
 */
final class AttemptCount {

    /** How long the check of a code may take. A node that dies meanwhile never says whether the code was wrong. */
    private static final Duration CHECK = Duration.ofMinutes(1);
    /** How long an attempt waits while other attempts, whose codes are being checked, have all slots before the lock. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final SingleUseStore store;
    private final boolean locks;
    private final AttemptSlots inPeriod;
    private final AttemptSlots beforeLock;
    /** One slot, for the attempt that locks. */
    private final AttemptSlots lock;

    /**
     * @param key as {@link #key} returns it
     */
    AttemptCount(KeycloakSessionFactory factory, String key, AttemptLimits limits) {
        this.store = new SingleUseStore(factory);
        this.locks = limits.lockAfter() > 0;
        this.inPeriod = new AttemptSlots(key + ":period", limits.maxValidationAttempts(), Duration.ofSeconds(limits.period()));
        this.beforeLock = new AttemptSlots(key + ":before-lock", limits.lockAfter(), CHECK);
        this.lock = new AttemptSlots(key + ":lock", 1, CHECK);
    }

    /** The user's id is no part of the key: a user's storage may make the id of the name that a client sent. */
    static String key(RealmModel realm, String credentialId) {
        return SingleUseKey.of("otp-guess", realm, credentialId);
    }

    /** Waits a moment if codes that are being checked decide whether there is a slot. */
    AttemptClaim claim() {
        AttemptClaim claim = store.use(this::claimBoth);
        if (claim.result() != Result.NONE_YET) {
            return claim;
        }
        return Retry.until(PATIENCE, () -> store.use(this::claimAgain)).orElse(claim);
    }

    private AttemptClaim claimBoth(SingleUseObjectProvider objects) {
        if (inPeriod.claim(objects).isEmpty()) {
            return AttemptClaim.without(Result.NONE_IN_PERIOD);
        }
        return locks ? claimBeforeLock(objects) : AttemptClaim.without(Result.CLAIMED);
    }

    private AttemptClaim claimBeforeLock(SingleUseObjectProvider objects) {
        OptionalInt slot = beforeLock.claim(objects);
        if (slot.isPresent()) {
            return new AttemptClaim(Result.CLAIMED, slot.getAsInt());
        }
        return AttemptClaim.without(beforeLock.isEachWrong(objects) ? Result.NONE_BEFORE_LOCK : Result.NONE_YET);
    }

    /**
     * @return empty if the attempt has to go on waiting
     */
    private Optional<AttemptClaim> claimAgain(SingleUseObjectProvider objects) {
        if (beforeLock.isAnyPending(objects)) {
            return Optional.empty();
        }
        return Optional.of(claimBeforeLock(objects)).filter(claim -> claim.result() != Result.NONE_YET);
    }

    /** After a right code: its slots and all others are released. */
    void reset(AttemptClaim right) {
        store.run(objects -> {
            inPeriod.releaseAll(objects);
            beforeLock.releaseThrough(objects, right.slotBeforeLock());
        });
    }

    /** After a code that could not be checked, or that was used up before. The slot within the period stays claimed. */
    void release(AttemptClaim claim) {
        if (claim.slotBeforeLock() > 0) {
            store.run(objects -> beforeLock.release(objects, claim.slotBeforeLock()));
        }
    }

    /**
     * After a wrong code: its slot is kept. Others see that when it is committed, so all slots are looked at in a second transaction: of wrong
     * codes at the same time, at least one sees that each slot is kept.
     *
     * @return whether to lock: each slot before the lock is kept for a wrong code, and no other attempt was told to lock
     */
    boolean keep(AttemptClaim wrong) {
        if (wrong.slotBeforeLock() == 0) {
            return false;
        }
        store.run(objects -> beforeLock.keep(objects, wrong.slotBeforeLock()));
        return store.use(objects -> beforeLock.isEachWrong(objects) && lock.claim(objects).isPresent());
    }

    /** Releases the slots before the lock, which wrong codes keep for weeks. The other slots are free again within minutes. */
    void forgetConsecutive() {
        store.run(objects -> beforeLock.releaseThrough(objects, 0));
    }

    /**
     * @return whether anything was counted
     */
    boolean forget() {
        return store.use(objects -> {
            boolean attempted = inPeriod.releaseAll(objects);
            boolean wrong = beforeLock.releaseAll(objects);
            boolean locked = lock.releaseAll(objects);
            return attempted || wrong || locked;
        });
    }
}
