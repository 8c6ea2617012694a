package org.keycloak.credential;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.keycloak.models.SubjectCredentialManager;

/**
 * A place in the order of a user's credentials. A login asks for the first that its flow takes, a direct grant takes the first OTP, and lists
 * have them in this order. Keycloak puts a new credential last.
 */
public final class CredentialPlace {

    private final Set<String> before;

    private CredentialPlace(Set<String> before) {
        this.before = before;
    }

    /**
     * @return empty if no credential is one of those
     */
    static Optional<CredentialPlace> ofFirst(List<CredentialModel> order, Predicate<CredentialModel> which) {
        List<CredentialModel> before = order.stream().takeWhile(which.negate()).toList();
        return before.size() == order.size() ? Optional.empty()
                : Optional.of(new CredentialPlace(before.stream().map(CredentialModel::getId).collect(Collectors.toSet())));
    }

    /** Keycloak's own endpoints may have removed or moved some meanwhile: what matters is what is there now. */
    void give(SubjectCredentialManager manager, CredentialModel credential) {
        List<String> order = manager.getStoredCredentialsStream().map(CredentialModel::getId).toList();
        Optional<String> previous = order.stream().filter(before::contains).reduce((earlier, later) -> later);
        int place = previous.map(order::indexOf).orElse(-1) + 1;
        if (order.indexOf(credential.getId()) != place) {
            manager.moveStoredCredentialTo(credential.getId(), previous.orElse(null));
        }
    }
}
