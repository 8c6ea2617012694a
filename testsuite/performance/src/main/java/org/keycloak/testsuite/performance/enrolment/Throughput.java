package org.keycloak.testsuite.performance.enrolment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.keycloak.testsuite.performance.Clients;
import org.keycloak.testsuite.performance.Measured;
import org.keycloak.testsuite.performance.Report;

/**
 * How many calls a second, and how long one takes.
 */
final class Throughput implements Part {

    private static final String NAME = "throughput";

    private final EnrolmentOptions options;
    private final Results results;
    /** Of the databases so far, for one plot. */
    private final Map<String, List<Measured>> measured = new LinkedHashMap<>();

    Throughput(EnrolmentOptions options, Results results) {
        this.options = options;
        this.results = results;
    }

    @Override
    public void run(EnrolmentServer server) throws Exception {
        try (Clients clients = new Clients(options.clients())) {
            List<Entrant> entrants = Entrant.all(server.realm(options.users()), options.calls(), clients);
            new Rounds(options.warmUp(), options.rounds()).run(NAME, entrants);
            List<Measured> subjects = entrants.stream().map(Entrant::measured).toList();
            results.table(NAME, server.database(), "Calls on " + server.database().title(), new Report("calls", subjects, base(subjects)).toString());
            results.latencies(NAME, server.database(), Map.of(options.users() + " users, " + options.clients() + " clients", subjects));
            measured.put(server.database().title(), subjects);
            results.plot(NAME, Plots.throughputRatios(measured));
        }
    }

    static Measured base(List<Measured> subjects) {
        return subjects.get(Subject.ALL.indexOf(Subject.BASE));
    }
}
