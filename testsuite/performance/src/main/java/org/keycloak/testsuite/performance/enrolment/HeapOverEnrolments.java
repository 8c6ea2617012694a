package org.keycloak.testsuite.performance.enrolment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.keycloak.testsuite.performance.Clients;

/**
 * Whether anything is left in the server's memory of an enrolment: what lives after a full collection, every so many enrolments. The users are
 * enrolled again and again, each time in the place of the former credential.
 */
final class HeapOverEnrolments implements Part {

    private static final String NAME = "heap";

    private final EnrolmentOptions options;
    private final Results results;

    HeapOverEnrolments(EnrolmentOptions options, Results results) {
        this.options = options;
        this.results = results;
    }

    @Override
    public void run(EnrolmentServer server) throws Exception {
        int step = options.heap().step();
        List<Integer> enrolments = new ArrayList<>();
        List<Double> mebibytes = new ArrayList<>();
        try (Clients clients = new Clients(options.clients()); ServerMemory memory = ServerMemory.of(server.server())) {
            EnrolmentRealm realm = server.realm(options.users());
            UserGroup users = realm.group(0, 1, Math.min(step, options.users()));
            users.prepare(true, clients); // caches are full then
            int next = 0;
            for (int done = 0; done <= options.heap().enrolments(); done += step) {
                if (done > 0) {
                    List<EnrolmentCall> calls = new ArrayList<>();
                    for (int call = 0; call < step; call++) {
                        calls.add(Subject.REPLACE.request().apply(users.requests(), users.ids().get(next++ % users.ids().size())));
                    }
                    clients.send(calls);
                }
                enrolments.add(done);
                mebibytes.add(memory.live() / 1024.0 / 1024);
                System.out.printf(Locale.ROOT, "%s: %,d enrolments, %.1f MiB%n", NAME, done, mebibytes.get(mebibytes.size() - 1));
            }
            users.expect(true);
            users.prepare(false, clients);
        }
        results.table(NAME, server.database(), "Live heap on " + server.database().title(), table(enrolments, mebibytes));
        results.plot(NAME + "-" + server.database().id(), Plots.line("Live heap on " + server.database().title(), "enrolments", "MiB", enrolments, mebibytes));
    }

    private static String table(List<Integer> enrolments, List<Double> mebibytes) {
        StringBuilder table = new StringBuilder("| enrolments | MiB |\n| --- | --- |\n");
        for (int step = 0; step < enrolments.size(); step++) {
            table.append(String.format(Locale.ROOT, "| %,d | %.1f |%n", enrolments.get(step), mebibytes.get(step)));
        }
        return table.toString();
    }
}
