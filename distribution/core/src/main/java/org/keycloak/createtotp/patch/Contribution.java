package org.keycloak.createtotp.patch;

import java.util.Optional;

/**
 * What one of our files adds to Keycloak's tree.
 */
interface Contribution {

    /** In Keycloak's tree, of the file that it is for. */
    String path();

    /**
     * @return the change that the tree still needs; empty where it has the contribution already
     * @throws MergeException where the contribution doesn't fit the tree
     */
    Optional<Change> changeTo(SourceTree keycloak);
}
