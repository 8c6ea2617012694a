package org.keycloak.testsuite.performance;

import java.util.List;

/**
 * What create-totp costs beside Keycloak's own requests, on one server with the jar.
 */
final class Throughput {

    private Throughput() {
    }

    static void measure(Servers servers, Options options) throws Exception {
        try (Server server = servers.withJar(); Clients clients = new Clients(options.clients)) {
            EnrolmentRealm realm = EnrolmentRealm.create(server.admin(), clients, options.users);
            List<Subject> subjects = realm.subjects(List.of(Enrolment.values()), options.calls);
            new Rounds(subjects, clients).run(options);
            Table.print("Enrolments", subjects);
        }
    }
}
