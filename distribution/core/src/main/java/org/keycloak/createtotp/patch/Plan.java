package org.keycloak.createtotp.patch;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * All changes to Keycloak's tree, made up before the first one is written: where one can't be made, none is.
 *
 * @param changes in the order of their paths, as git has them; none for a tree that has them all
 */
record Plan(List<Change> changes) {

    /**
     * @throws MergeException where a contribution doesn't fit the tree
     */
    static Plan of(Collection<Contribution> contributions, SourceTree keycloak) {
        return new Plan(contributions.stream()
                .map(contribution -> contribution.changeTo(keycloak))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(Change::path))
                .toList());
    }
}
