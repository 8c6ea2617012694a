package org.keycloak.testsuite.performance.enrolment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Has all take turns, so that each meets the machine in the same state.
 *
 * @param warmUp rounds that don't count, before those that do
 */
record Rounds(int warmUp, int measured) {

    void run(String part, List<Entrant> entrants) throws Exception {
        List<Entrant> order = new ArrayList<>(entrants);
        Random random = new Random(0);
        for (int round = 0; round < warmUp + measured; round++) {
            System.out.println(part + ": round " + (round + 1) + " of " + (warmUp + measured) + (round < warmUp ? ", to warm up" : ""));
            Collections.shuffle(order, random); // nobody is always first, or after the same
            for (Entrant entrant : order) {
                entrant.takeTurn(round >= warmUp);
            }
        }
        for (Entrant entrant : entrants) {
            entrant.leave();
        }
    }
}
