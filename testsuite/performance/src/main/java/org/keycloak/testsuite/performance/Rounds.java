package org.keycloak.testsuite.performance;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.keycloak.testsuite.performance.Clients.Turn;

/**
 * Has all subjects take turns, so that each meets the machine in the same state.
 */
final class Rounds {

    private final List<Subject> order;
    private final Clients clients;
    private final Random random = new Random(0);

    Rounds(List<Subject> subjects, Clients clients) {
        this.order = new ArrayList<>(subjects);
        this.clients = clients;
    }

    void run(int number, boolean counts) throws Exception {
        for (int round = 0; round < number; round++) {
            Collections.shuffle(order, random); // nobody is always first, or after the same
            for (Subject subject : order) {
                Turn turn = clients.send(subject.calls().call());
                if (counts) {
                    subject.turns().add(turn);
                }
            }
        }
    }

    void run(Options options) throws Exception {
        run(options.warmUp, false);
        run(options.rounds, true);
    }
}
