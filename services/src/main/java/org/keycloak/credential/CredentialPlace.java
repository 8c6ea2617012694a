package org.keycloak.credential;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.keycloak.models.SubjectCredentialManager;

/**
 * A place in the order of a user's credentials. A login asks for the first credential that its flow accepts, a direct grant uses the first
 * OTP, and lists show credentials in this order. Keycloak puts a new credential last.
 */
public final class CredentialPlace {

    /** Ids of the credentials before the place. */
    private final Set<String> before;

    private CredentialPlace(Set<String> before) {
        this.before = before;
    }

    /**
     * @return the place of the first credential that matches; empty if none matches
     */
    static Optional<CredentialPlace> ofFirst(List<CredentialModel> order, Predicate<CredentialModel> which) {
        List<CredentialModel> before = order.stream().takeWhile(which.negate()).toList();
        return before.size() == order.size() ? Optional.empty()
                : Optional.of(new CredentialPlace(before.stream().map(CredentialModel::getId).collect(Collectors.toSet())));
    }

    /**
     * Moves a credential to this place. Keycloak's own endpoints may have removed or moved others meanwhile, so the present order counts.
     */
    void give(SubjectCredentialManager manager, CredentialModel credential) {
        List<String> order = manager.getStoredCredentialsStream().map(CredentialModel::getId).toList();
        Optional<String> previous = order.stream().filter(before::contains).reduce((earlier, later) -> later);
        int place = previous.map(order::indexOf).orElse(-1) + 1;
        if (order.indexOf(credential.getId()) != place) {
            manager.moveStoredCredentialTo(credential.getId(), previous.orElse(null));
        }
    }
}
