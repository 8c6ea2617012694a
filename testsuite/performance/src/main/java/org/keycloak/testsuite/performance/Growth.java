package org.keycloak.testsuite.performance;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whether an enrolment takes longer in a realm of more users, and whether it leaves anything in the server's memory. All realms are of one
 * server with the jar.
 */
final class Growth {

    private Growth() {
    }

    static void measure(Servers servers, Options options) throws Exception {
        try (Server server = servers.withJar(); Clients clients = new Clients(options.clients)) {
            Admin admin = server.admin();
            List<Subject> imports = new ArrayList<>();
            List<Subject> createTotps = new ArrayList<>();
            for (int size : options.sizes) {
                List<Subject> both = EnrolmentRealm.create(admin, clients, size).subjects(List.of(Enrolment.IMPORT, Enrolment.CREATE_TOTP), options.calls);
                imports.add(both.get(0));
                createTotps.add(both.get(1));
            }
            List<Subject> all = Stream.concat(imports.stream(), createTotps.stream()).toList();
            Rounds rounds = new Rounds(all, clients);
            rounds.run(options.warmUp, false);
            List<Long> liveHeap = new ArrayList<>(List.of(server.liveHeap()));
            for (int round = 0; round < options.rounds; round++) {
                rounds.run(1, true);
                liveHeap.add(server.liveHeap());
            }
            Table.print("Imports", imports);
            Table.print("create-totp", createTotps);
            System.out.println("\nMiB that live on the heap, every " + all.size() * options.calls + " calls: " + liveHeap);
        }
    }
}
