package org.keycloak.testsuite.performance.enrolment;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import org.keycloak.testsuite.performance.Clients;

/**
 * Whether a call takes longer in a realm of more users. All realms are of one server, and take turns.
 */
final class Growth implements Part {

    private final EnrolmentOptions options;
    private final Results results;

    Growth(EnrolmentOptions options, Results results) {
        this.options = options;
        this.results = results;
    }

    @Override
    public void run(EnrolmentServer server) throws Exception {
        // As many calls in each realm: as the smallest has users for.
        int calls = Math.min(options.steps().calls(), Collections.min(options.steps().sizes()) / Subject.ALL.size());
        try (Clients clients = new Clients(options.clients())) {
            Map<Integer, EnrolmentRealm> realms = new LinkedHashMap<>();
            for (int size : options.steps().sizes()) {
                realms.put(size, server.realm(size));
            }
            Series series = new Series("growth", "users");
            realms.forEach((size, realm) -> series.add(size, Entrant.all(realm, calls, clients)));
            series.run(new Rounds(options.warmUp(), options.steps().rounds()), server.database(), results);
        }
    }
}
