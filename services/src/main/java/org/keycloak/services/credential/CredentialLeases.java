package org.keycloak.services.credential;

import java.time.Duration;
import java.util.Optional;

import org.keycloak.credential.lease.Lease;
import org.keycloak.credential.lease.Retry;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;

/**
 * The leases to change one user's credentials: one of the administrators, and one of the user. Each side claims its own lease before it looks
 * for the other one, so of two requests at the same moment at least one sees the other. The user gives way and the administrator waits:
 * however much a user sends, the administrator waits for one request at most.
 */
final class CredentialLeases {

    /** How long an administrator waits for the user's request. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final KeycloakSessionFactory factory;
    private final String administrators;
    private final String users;

    CredentialLeases(KeycloakSessionFactory factory, RealmModel realm, String userId) {
        this.factory = factory;
        CredentialLeaseKeys keys = CredentialLeaseKeys.of(realm);
        this.administrators = keys.ofAdministrators().apply(userId);
        this.users = keys.ofUser().apply(userId);
    }

    /**
     * @return empty if another administrator has the lease, or the user's request doesn't end in time
     */
    Optional<Lease> ofAdministrator() {
        return Lease.claim(factory, administrators).flatMap(lease -> Retry.until(PATIENCE, () -> unlessClaimed(users, lease)).or(() -> givenBack(lease)));
    }

    /**
     * @return empty if another request has either lease
     */
    Optional<Lease> ofUser() {
        return Lease.claim(factory, users).flatMap(lease -> unlessClaimed(administrators, lease).or(() -> givenBack(lease)));
    }

    private Optional<Lease> unlessClaimed(String other, Lease lease) {
        return Lease.isClaimed(factory, other) ? Optional.empty() : Optional.of(lease);
    }

    private static Optional<Lease> givenBack(Lease lease) {
        lease.close();
        return Optional.empty();
    }
}
