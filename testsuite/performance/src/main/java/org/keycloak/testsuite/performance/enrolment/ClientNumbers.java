package org.keycloak.testsuite.performance.enrolment;

import java.util.List;

import org.keycloak.testsuite.performance.Clients;

/**
 * What more clients at the same time get done.
 */
final class ClientNumbers implements Part {

    private final EnrolmentOptions options;
    private final Results results;

    ClientNumbers(EnrolmentOptions options, Results results) {
        this.options = options;
        this.results = results;
    }

    @Override
    public void run(EnrolmentServer server) throws Exception {
        EnrolmentRealm realm = server.realm(options.users());
        List<Clients> all = options.steps().clients().stream().map(Clients::new).toList();
        try {
            List<Entrant> groups = Entrant.all(realm, options.steps().calls(), all.get(0));
            Series series = new Series("clients", "clients");
            for (Clients clients : all) {
                // The same users for each number: they are as they were when the next turn begins.
                series.add(clients.number(), groups.stream().map(entrant -> Entrant.of(entrant.subject(), entrant.users(), clients)).toList());
            }
            series.run(new Rounds(options.warmUp(), options.steps().rounds()), server.database(), results);
        } finally {
            all.forEach(Clients::close);
        }
    }
}
