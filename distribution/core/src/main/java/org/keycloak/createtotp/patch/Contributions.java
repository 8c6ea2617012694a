package org.keycloak.createtotp.patch;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What one patch adds to Keycloak's tree.
 */
record Contributions(List<Contribution> contributions) {

    /**
     * @return in the order of their paths, as git has them; none for a tree that has them all
     * @throws MergeException where a contribution doesn't fit the tree
     */
    List<Change> changesTo(SourceTree keycloak) {
        return contributions.stream()
                .map(contribution -> contribution.changeTo(keycloak))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(Change::path))
                .toList();
    }
}
