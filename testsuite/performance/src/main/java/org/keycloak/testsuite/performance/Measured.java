package org.keycloak.testsuite.performance;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A subject's turns, one a round.
 */
public record Measured(String name, List<Turn> turns) {

    public Quantiles throughputs() {
        return new Quantiles(turns.stream().mapToDouble(Turn::throughput));
    }

    /** In nanoseconds. */
    public Quantiles latencies() {
        return new Quantiles(turns.stream().flatMapToLong(turn -> Arrays.stream(turn.latencies())).asDoubleStream());
    }

    /** Turn by turn within a round: what slows the machine for a while slows both. */
    public Quantiles throughputRatios(Measured base) {
        return new Quantiles(IntStream.range(0, turns.size())
                .mapToDouble(round -> turns.get(round).throughput() / base.turns.get(round).throughput()));
    }
}
