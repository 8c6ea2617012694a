package org.keycloak.testsuite.performance.enrolment;

import java.nio.file.Path;
import java.util.List;

import org.keycloak.testsuite.performance.Options;
import org.keycloak.testsuite.performance.ServerOptions;

/**
 * What the command line says of the measurement of enrolments.
 *
 * @param lightweightToken whether the administrator's token is without roles, as Keycloak's {@code admin-cli} gets it
 * @param users of the realm where nothing else is said
 * @param calls of a turn
 */
record EnrolmentOptions(List<String> parts, List<Database> databases, Path home, Path jar, Path postgres, Path results, ServerOptions server, boolean lightweightToken, int users,
        int calls, int clients, int warmUp, int rounds, Steps steps, Heap heap) {

    /**
     * Where the same is measured with more and more of something.
     *
     * @param sizes of realms
     * @param clients numbers of them
     * @param calls of a turn
     */
    record Steps(List<Integer> sizes, List<Integer> clients, int calls, int rounds) {
    }

    /**
     * @param step after how many enrolments the heap is looked at
     */
    record Heap(int enrolments, int step) {
    }

    static EnrolmentOptions read() {
        return new EnrolmentOptions(Options.list("parts"), Options.list("databases").stream().map(Database::of).toList(), Options.path("withJar"),
                Options.path("jar"), Options.path("postgres"), Options.path("results"), ServerOptions.read(),
                Boolean.parseBoolean(Options.text("lightweightToken")), Options.number("users"),
                Options.number("calls"), Options.number("clients"), Options.number("warmUp"), Options.number("rounds"),
                new Steps(Options.numbers("sizes"), Options.numbers("clientNumbers"), Options.number("stepCalls"), Options.number("stepRounds")),
                new Heap(Options.number("enrolments"), Options.number("heapStep")));
    }
}
