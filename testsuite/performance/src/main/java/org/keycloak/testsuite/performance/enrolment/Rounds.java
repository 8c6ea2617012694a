package org.keycloak.testsuite.performance.enrolment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Has all take turns, so that each meets the machine in the same state.
 *
 * @param warmUp rounds that don't count, before those that do
 */
record Rounds(int warmUp, int measured) {

    void run(String part, List<Entrant> entrants) throws Exception {
        List<Entrant> order = new ArrayList<>(entrants);
        for (int round = 0; round < warmUp + measured; round++) {
            System.out.println(part + ": round " + (round + 1) + " of " + (warmUp + measured) + (round < warmUp ? ", to warm up" : ""));
            for (Entrant entrant : order) {
                entrant.takeTurn(round >= warmUp);
            }
            Collections.rotate(order, 1); // nobody is always first
        }
        for (Entrant entrant : entrants) {
            entrant.leave();
        }
    }
}
