package org.keycloak.testsuite.performance.enrolment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.LongStream;

import org.keycloak.testsuite.performance.Clients;
import org.keycloak.testsuite.performance.Quantiles;

/**
 * What the server allocates for a call, with all that a request takes there.
 */
final class Allocations implements Part {

    private static final String NAME = "allocations";
    private static final int ROUNDS = 3;

    private final EnrolmentOptions options;
    private final Results results;

    Allocations(EnrolmentOptions options, Results results) {
        this.options = options;
        this.results = results;
    }

    @Override
    public void run(EnrolmentServer server) throws Exception {
        Map<Subject, List<Long>> bytes = new HashMap<>();
        try (Clients clients = new Clients(options.clients()); ServerMemory memory = ServerMemory.of(server.server())) {
            List<Entrant> entrants = Entrant.all(server.realm(options.users()), options.calls(), clients);
            new Rounds(options.warmUp(), 0).run(NAME, entrants);
            for (int round = 0; round < ROUNDS; round++) {
                for (Entrant entrant : entrants) {
                    bytes.computeIfAbsent(entrant.subject(), none -> new ArrayList<>()).add(perCall(entrant, clients, memory));
                }
            }
            for (Entrant entrant : entrants) {
                entrant.leave();
            }
            results.table(NAME, server.database(), "Allocation per call on " + server.database().title(), table(entrants, bytes));
        }
    }

    /** The same as a turn, but for what is between the looks at the memory. */
    private static long perCall(Entrant entrant, Clients clients, ServerMemory memory) throws Exception {
        UserGroup users = entrant.users();
        users.prepare(entrant.subject().before(), clients);
        List<EnrolmentCall> calls = entrant.subject().calls(users);
        users.requests().clearUserCache();
        Map<Long, Long> before = memory.allocated();
        clients.send(calls);
        long allocated = memory.allocatedSince(before);
        users.expect(entrant.subject().after());
        return allocated / calls.size();
    }

    private static String table(List<Entrant> entrants, Map<Subject, List<Long>> bytes) {
        StringBuilder table = new StringBuilder("| calls | KiB per call (of rounds: least to greatest) |\n| --- | --- |\n");
        for (Entrant entrant : entrants) {
            Quantiles rounds = new Quantiles(bytes.get(entrant.subject()).stream().flatMapToLong(LongStream::of).asDoubleStream());
            table.append(String.format(Locale.ROOT, "| %s | %.0f (%.0f to %.0f) |%n", entrant.subject().name(), rounds.median() / 1024,
                    rounds.least() / 1024, rounds.greatest() / 1024));
        }
        return table.toString();
    }
}
