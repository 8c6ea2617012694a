package org.keycloak.testsuite.performance.enrolment;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Measures what it costs to enrol users: create-totp and remove-totp beside Keycloak's own requests, on one server with the jar for each
 * database.
 */
public final class EnrolmentMeasurement {

    private EnrolmentMeasurement() {
    }

    public static void main(String[] arguments) throws Exception {
        EnrolmentOptions options = EnrolmentOptions.read();
        Results results = new Results(options.results());
        Map<String, Part> parts = new LinkedHashMap<>();
        parts.put("throughput", new Throughput(options, results));
        parts.put("growth", new Growth(options, results));
        parts.put("clients", new ClientNumbers(options, results));
        parts.put("statements", new Statements(options, results));
        parts.put("allocations", new Allocations(options, results));
        parts.put("heap", new HeapOverEnrolments(options, results));
        if (!parts.keySet().containsAll(options.parts())) {
            throw new IllegalArgumentException("The parts are " + parts.keySet());
        }
        parts.keySet().retainAll(options.parts());
        for (Database database : options.databases()) {
            System.out.println("Starting a server on " + database.title());
            try (EnrolmentServer server = EnrolmentServer.start(database, options)) {
                for (Part part : parts.values()) {
                    part.run(server);
                }
            }
        }
    }
}
