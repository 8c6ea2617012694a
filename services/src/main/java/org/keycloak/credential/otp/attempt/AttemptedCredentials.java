package org.keycloak.credential.otp.attempt;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.keycloak.credential.lease.Lease;
import org.keycloak.credential.lease.Retry;
import org.keycloak.credential.lease.SingleUseKey;
import org.keycloak.credential.lease.SingleUseStore;
import org.keycloak.credential.otp.method.AttemptLimits;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;

/**
 * Which credentials of one user have consecutive wrong codes counted, in an entry of the single-use object store. Keycloak's own removal of a
 * credential tells nobody, so its count is forgotten when another credential is guessed at: a user who makes credentials, guesses at them and
 * removes them leaves no more counts behind than there were credentials at once.
 */
final class AttemptedCredentials {

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final KeycloakSessionFactory factory;
    private final SingleUseStore store;
    private final String key;

    AttemptedCredentials(KeycloakSessionFactory factory, RealmModel realm, String userId) {
        this.factory = factory;
        this.store = new SingleUseStore(factory);
        this.key = SingleUseKey.of("otp-guessed", realm, userId);
    }

    /**
     * One at a time. Without the turn it is left out: the count works all the same.
     *
     * @param count key of one that begins
     * @param present keys of the counts of all credentials that the user has
     */
    void add(String count, Set<String> present) {
        Retry.until(PATIENCE, () -> Lease.claim(factory, key + ":turn")).ifPresent(turn -> {
            try (turn) {
                Set<String> before = counts();
                Set<String> now = before.stream().filter(present::contains).collect(Collectors.toCollection(TreeSet::new));
                now.add(count);
                put(now);
                before.stream().filter(former -> !now.contains(former)).forEach(this::end);
            }
        });
    }

    /** When the credential is removed. The count stays in the entry until the next begins. */
    void forget(String count) {
        if (counts().contains(count)) {
            end(count);
        }
    }

    /** When the user is removed. */
    void forgetAll() {
        Set<String> counts = counts();
        if (!counts.isEmpty()) {
            counts.forEach(this::end);
            store.run(objects -> objects.remove(key));
        }
    }

    private Set<String> counts() {
        Map<String, String> notes = store.use(objects -> objects.get(key));
        return notes == null ? Set.of() : notes.keySet();
    }

    private void put(Set<String> counts) {
        Map<String, String> notes = counts.stream().collect(Collectors.toMap(Function.identity(), count -> ""));
        store.run(objects -> objects.put(key, AttemptSlots.MEMORY.toSeconds(), notes));
    }

    private void end(String count) {
        new AttemptSlots(factory, count, AttemptLimits.NONE).forgetConsecutive();
    }
}
