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
 * The credentials of one user for which consecutive wrong codes are counted, in an entry of the single-use object store. Keycloak tells nobody
 * when it removes a credential itself, so the count of a removed one is forgotten when a count of another one begins. A user who makes
 * credentials, tries wrong codes and removes the credentials leaves no more counts behind than there were credentials at once.
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
     * Notes that a count has begun. The note is left out if the entry is being changed for too long: the attempts are counted all the same.
     *
     * @param count key of the count
     * @param present keys of the counts of all credentials that the user has
     */
    void add(String count, Set<String> present) {
        Retry.until(PATIENCE, () -> Lease.claim(factory, key + ":turn")).ifPresent(lease -> {
            try (lease) {
                Set<String> before = counts();
                Set<String> now = before.stream().filter(present::contains).collect(Collectors.toCollection(TreeSet::new));
                now.add(count);
                put(now);
                before.stream().filter(former -> !now.contains(former)).forEach(this::forgetConsecutive);
            }
        });
    }

    /** If the credential is removed. The entry goes on naming the count until the next one begins. */
    void forget(String count) {
        if (counts().contains(count)) {
            forgetConsecutive(count);
        }
    }

    /** If the user is removed. */
    void forgetAll() {
        Set<String> counts = counts();
        if (!counts.isEmpty()) {
            counts.forEach(this::forgetConsecutive);
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

    private void forgetConsecutive(String count) {
        new AttemptCount(factory, count, AttemptLimits.HIGHEST).forgetConsecutive();
    }
}
