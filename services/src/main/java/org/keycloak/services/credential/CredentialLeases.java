package org.keycloak.services.credential;

import java.time.Duration;
import java.util.Optional;

import org.keycloak.credential.lease.Lease;
import org.keycloak.credential.lease.Retry;
import org.keycloak.credential.lease.SingleUseKey;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;

/**
 * The turns to change one user's credentials: of administrators, and of the user. Each takes a turn of its own kind before it looks for one
 * of the other kind, so of two at the same moment at least one sees the other. The user gives way, the administrator waits: however much a
 * user sends, there is one call at most to wait for.
 */
final class CredentialLeases {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final KeycloakSessionFactory factory;
    private final String administrators;
    private final String users;

    CredentialLeases(KeycloakSessionFactory factory, RealmModel realm, String userId) {
        this.factory = factory;
        this.administrators = SingleUseKey.of("credential-turn", realm, userId);
        this.users = SingleUseKey.of("own-credential-turn", realm, userId);
    }

    /**
     * @return empty if another administrator has the turn, or the user doesn't end within seconds
     */
    Optional<Lease> ofAdministrator() {
        return Lease.claim(factory, administrators).flatMap(turn -> Retry.until(PATIENCE, () -> besideNone(users, turn)).or(() -> givenBack(turn)));
    }

    /**
     * @return empty if another request has the turn
     */
    Optional<Lease> ofUser() {
        return Lease.claim(factory, users).flatMap(turn -> besideNone(administrators, turn).or(() -> givenBack(turn)));
    }

    private Optional<Lease> besideNone(String others, Lease turn) {
        return Lease.isClaimed(factory, others) ? Optional.empty() : Optional.of(turn);
    }

    private static Optional<Lease> givenBack(Lease turn) {
        turn.close();
        return Optional.empty();
    }
}
