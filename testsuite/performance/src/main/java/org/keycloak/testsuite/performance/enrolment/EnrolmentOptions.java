package org.keycloak.testsuite.performance.enrolment;

import java.nio.file.Path;
import java.util.List;

import org.keycloak.testsuite.performance.Options;
import org.keycloak.testsuite.performance.ServerOptions;

/**
 * What the command line says of the measurement of enrolments.
 *
 * @param users of the realm where nothing else is said
 * @param calls of a turn
 */
record EnrolmentOptions(List<String> parts, List<Database> databases, Path home, Path jar, Path postgres, Path results, ServerOptions server, int users,
        int calls, int clients, int warmUp, int rounds, Growth growth, ClientNumbers clientNumbers, Heap heap) {

    record Growth(List<Integer> sizes, int rounds) {
    }

    record ClientNumbers(List<Integer> numbers, int rounds) {
    }

    /**
     * @param step after how many enrolments the heap is looked at
     */
    record Heap(int enrolments, int step) {
    }

    static EnrolmentOptions read() {
        return new EnrolmentOptions(Options.list("parts"), Options.list("databases").stream().map(Database::of).toList(), Options.path("withJar"),
                Options.path("jar"), Options.path("postgres"), Options.path("results"), ServerOptions.read(), Options.number("users"),
                Options.number("calls"), Options.number("clients"), Options.number("warmUp"), Options.number("rounds"),
                new Growth(Options.numbers("sizes"), Options.number("growthRounds")),
                new ClientNumbers(Options.numbers("clientNumbers"), Options.number("clientRounds")),
                new Heap(Options.number("enrolments"), Options.number("heapStep")));
    }
}
