package org.keycloak.credential.otp.setup;

import java.time.Duration;
import java.util.Optional;

import org.keycloak.credential.lease.SingleUseKey;
import org.keycloak.credential.lease.SingleUseStore;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * Where a user's pending TOTP is, one at most, for five minutes: the single-use object store, on all nodes.
 */
final class PendingTotps {

    private static final Duration LIFESPAN = Duration.ofMinutes(5);

    private final SingleUseStore store;
    private final String key;

    PendingTotps(KeycloakSession session, RealmModel realm, UserModel user) {
        this.store = new SingleUseStore(session.getKeycloakSessionFactory());
        this.key = SingleUseKey.of("pending-totp", realm, user.getId());
    }

    /** Takes the place of the one that there may be. */
    void put(PendingTotp pending) {
        store.run(objects -> objects.put(key, LIFESPAN.toSeconds(), pending.notes()));
    }

    Optional<PendingTotp> find() {
        return store.use(objects -> Optional.ofNullable(objects.get(key)).map(PendingTotp::of));
    }

    /** After a change of the user's OTPs, once the session has committed it: of one that is added and removed again, nothing else is left to tell. */
    void removeAfter(KeycloakSession session) {
        SingleUseStore.tidyAfter(session, this::remove);
    }

    /**
     * @return whether there was one: of several at the same time one is told so
     */
    boolean remove() {
        return store.use(objects -> objects.remove(key) != null);
    }
}
