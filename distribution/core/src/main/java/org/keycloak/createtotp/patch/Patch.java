package org.keycloak.createtotp.patch;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One patch of the series.
 *
 * @param name of the capability that it adds
 * @param changes to the tree that the patch before leaves
 */
record Patch(String name, List<Change> changes) {

    /**
     * @return what the patches come to together: each file once, as the last of them leaves it
     */
    static Collection<Change> sum(List<Patch> patches) {
        Map<String, Change> sum = new TreeMap<>();
        for (Patch patch : patches) {
            patch.changes().forEach(change -> sum.merge(change.path(), change, Change::then));
        }
        return sum.values();
    }
}
