package org.keycloak.credential.otp.setup;

import java.time.Duration;
import java.util.Optional;

import org.keycloak.credential.lease.SingleUseKey;
import org.keycloak.credential.lease.SingleUseStore;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * Keeps a user's pending TOTP, one at most, for five minutes: in the single-use object store, so on all nodes.
 */
final class PendingTotps {

    private static final Duration LIFESPAN = Duration.ofMinutes(5);

    private final SingleUseStore store;
    private final String key;

    PendingTotps(KeycloakSession session, RealmModel realm, UserModel user) {
        this.store = new SingleUseStore(session.getKeycloakSessionFactory());
        this.key = SingleUseKey.of("pending-totp", realm, user.getId());
    }

    /** Replaces the one that was pending. */
    void put(PendingTotp pending) {
        store.run(objects -> objects.put(key, LIFESPAN.toSeconds(), pending.notes()));
    }

    Optional<PendingTotp> find() {
        return store.use(objects -> Optional.ofNullable(objects.get(key)).map(PendingTotp::of));
    }

    /**
     * Ends what is pending, once the session has committed its change of the user's OTPs. {@link PresentOTPs} doesn't notice an OTP that is added
     * and removed again.
     */
    void removeAfter(KeycloakSession session) {
        SingleUseStore.tidyAfter(session, this::remove);
    }

    /**
     * @return whether one was pending: true for exactly one of several concurrent callers
     */
    boolean remove() {
        return store.use(objects -> objects.remove(key) != null);
    }
}
