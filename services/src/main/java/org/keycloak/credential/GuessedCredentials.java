package org.keycloak.credential;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;

/**
 * Which credentials of one user have consecutive wrong codes counted: a bounded number, in an entry of the single-use object store. A
 * credential that is gone makes room, and its count is forgotten then, since Keycloak's own removal of a credential tells nobody. So a user
 * who makes credentials, guesses at them and removes them leaves no more behind than the entry holds.
 */
final class GuessedCredentials {

    /** Nobody has so many. Whoever has is guessed at with the count of another one forgotten. */
    private static final int MOST = 16;
    private static final Duration TURN = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final KeycloakSessionFactory factory;
    private final RealmModel realm;
    private final String userId;
    private final SingleUseStore store;
    private final String key;

    GuessedCredentials(KeycloakSessionFactory factory, RealmModel realm, String userId) {
        this.factory = factory;
        this.realm = realm;
        this.userId = userId;
        this.store = new SingleUseStore(factory);
        this.key = SingleUseKey.of("otp-guessed", realm, userId);
    }

    /**
     * @param credentialId of one that has a count from now on
     * @param present ids of all that the user has
     */
    void add(String credentialId, Set<String> present) {
        takeTurn();
        try {
            Set<String> before = ids();
            Set<String> counted = counted(before, credentialId, present);
            store.use(objects -> {
                objects.put(key, GuessCount.MEMORY.toSeconds(), counted.stream().collect(Collectors.toMap(Function.identity(), id -> "")));
                return null;
            });
            before.stream().filter(id -> !counted.contains(id)).forEach(this::forget);
        } finally {
            store.use(objects -> objects.remove(turn()));
        }
    }

    /** When the user is removed. */
    void forgetAll() {
        Set<String> ids = ids();
        if (!ids.isEmpty()) {
            ids.forEach(this::forget);
            store.use(objects -> objects.remove(key));
        }
    }

    private static Set<String> counted(Set<String> before, String credentialId, Set<String> present) {
        Set<String> counted = before.stream().filter(id -> present.contains(id) && !id.equals(credentialId)).limit(MOST - 1).collect(Collectors.toSet());
        counted.add(credentialId);
        return counted;
    }

    private Set<String> ids() {
        Map<String, String> notes = store.use(objects -> objects.get(key));
        return notes == null ? Set.of() : new TreeSet<>(notes.keySet());
    }

    private void forget(String credentialId) {
        new GuessCount(factory, realm, GuessLimits.NONE, userId, credentialId).forget();
    }

    /** Whoever has it gives it back at once, or is on a node that died: the turn ends then, too. */
    private void takeTurn() {
        while (!store.use(objects -> objects.putIfAbsent(turn(), TURN.toSeconds()))) {
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private String turn() {
        return key + ":turn";
    }
}
