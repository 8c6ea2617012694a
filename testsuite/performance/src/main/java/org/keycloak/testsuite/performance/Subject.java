package org.keycloak.testsuite.performance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;

import org.keycloak.testsuite.performance.Clients.Turn;

import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;

/**
 * What is measured beside others. It takes one turn in each round.
 *
 * @param calls makes the calls of a turn, before the clock runs
 * @param turns the turns that counted so far
 */
record Subject(String name, Callable<List<Call>> calls, List<Turn> turns) {

    Subject(String name, Callable<List<Call>> calls) {
        this(name, calls, new ArrayList<>());
    }

    DescriptiveStatistics callsPerSecond() {
        return new DescriptiveStatistics(turns.stream().mapToDouble(Turn::callsPerSecond).toArray());
    }

    DescriptiveStatistics milliseconds() {
        return new DescriptiveStatistics(turns.stream().map(Turn::milliseconds).flatMapToDouble(Arrays::stream).toArray());
    }

    /** Ratios round by round: what slows the machine for a while slows both subjects. */
    DescriptiveStatistics throughputRatios(Subject base) {
        DescriptiveStatistics ratios = new DescriptiveStatistics();
        for (int round = 0; round < turns.size(); round++) {
            ratios.addValue(turns.get(round).callsPerSecond() / base.turns.get(round).callsPerSecond());
        }
        return ratios;
    }
}
