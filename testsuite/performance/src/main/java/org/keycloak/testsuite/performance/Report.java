package org.keycloak.testsuite.performance;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * The tables of a measurement, in Markdown: ratios to the first of the subjects, and what they are ratios of.
 */
record Report(List<Subject> subjects) {

    private static final double[] PERCENTILES = { 0.5, 0.95, 0.99 };

    void print() {
        System.out.println("| logins | throughput (of rounds: least to greatest) | p50 | p95 | p99 |\n| --- | --- | --- | --- | --- |");
        for (Subject subject : subjects) {
            double[] ratios = throughputRatios(subject);
            StringBuilder row = new StringBuilder(format("| %s | %.2f (%.2f to %.2f) |", subject.name(), at(ratios, 0.5), ratios[0], ratios[ratios.length - 1]));
            for (double percentile : PERCENTILES) {
                row.append(format(" %.2f |", at(latencies(subject), percentile) / at(latencies(subjects.get(0)), percentile)));
            }
            System.out.println(row);
        }
        System.out.println("\n| logins | per second | p50 in ms | p95 | p99 |\n| --- | --- | --- | --- | --- |");
        for (Subject subject : subjects) {
            double[] throughputs = subject.turns().stream().mapToDouble(Turn::throughput).sorted().toArray();
            StringBuilder row = new StringBuilder(format("| %s | %.0f |", subject.name(), at(throughputs, 0.5)));
            for (double percentile : PERCENTILES) {
                row.append(format(" %.1f |", at(latencies(subject), percentile) / 1e6));
            }
            System.out.println(row);
        }
        System.out.println();
    }

    /** Turn by turn within a round: what slows the machine for a while slows both. */
    private double[] throughputRatios(Subject subject) {
        return IntStream.range(0, subject.turns().size())
                .mapToDouble(round -> subject.turns().get(round).throughput() / subjects.get(0).turns().get(round).throughput())
                .sorted().toArray();
    }

    private static double[] latencies(Subject subject) {
        return subject.turns().stream().flatMapToLong(turn -> Arrays.stream(turn.latencies())).asDoubleStream().sorted().toArray();
    }

    private static double at(double[] sorted, double quantile) {
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(quantile * sorted.length))];
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
