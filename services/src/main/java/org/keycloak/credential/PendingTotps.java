package org.keycloak.credential;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.SingleUseObjectProvider;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Where a user's pending TOTP is, one at most, for five minutes: the single-use object store, on all nodes. In transactions of its own, as
 * the store is a cache on one server, and the database on another.
 */
final class PendingTotps {

    private static final Duration LIFESPAN = Duration.ofMinutes(5);

    private final KeycloakSessionFactory factory;
    private final String key;

    PendingTotps(KeycloakSession session, RealmModel realm, UserModel user) {
        this.factory = session.getKeycloakSessionFactory();
        this.key = SingleUseKey.of("pending-totp", realm, user.getId());
    }

    /** Takes the place of the one that there may be. */
    void put(PendingTotp pending) {
        inStore(store -> {
            store.put(key, LIFESPAN.toSeconds(), pending.notes());
            return null;
        });
    }

    Optional<PendingTotp> find() {
        return inStore(store -> Optional.ofNullable(store.get(key)).map(PendingTotp::of));
    }

    /**
     * @return whether there was one: of several at the same time one is told so
     */
    boolean remove() {
        return inStore(store -> store.remove(key) != null);
    }

    private <V> V inStore(Function<SingleUseObjectProvider, V> use) {
        return KeycloakModelUtils.runJobInTransactionWithResult(factory, session -> use.apply(session.singleUseObjects()));
    }
}
