package org.keycloak.testsuite.performance;

import java.util.List;
import java.util.Locale;

/**
 * The tables of a measurement, in Markdown: ratios to one of the subjects, and what they are ratios of.
 *
 * @param what heading of the subjects' column
 */
public record Report(String what, List<Measured> subjects, Measured base) {

    private static final double[] PERCENTILES = { 0.5, 0.95, 0.99 };

    @Override
    public String toString() {
        return ratios() + "\n" + figures();
    }

    private String ratios() {
        StringBuilder table = new StringBuilder("| " + what + " | throughput (of rounds: least to greatest) | p50 | p95 | p99 |\n| --- | --- | --- | --- | --- |\n");
        for (Measured subject : subjects) {
            Quantiles ratios = subject.throughputRatios(base);
            table.append(format("| %s | %.2f (%.2f to %.2f) |", subject.name(), ratios.median(), ratios.least(), ratios.greatest()));
            for (double percentile : PERCENTILES) {
                table.append(format(" %.2f |", subject.latencies().at(percentile) / base.latencies().at(percentile)));
            }
            table.append('\n');
        }
        return table.toString();
    }

    private String figures() {
        StringBuilder table = new StringBuilder("| " + what + " | per second | p50 in ms | p95 | p99 |\n| --- | --- | --- | --- | --- |\n");
        for (Measured subject : subjects) {
            table.append(format("| %s | %.0f |", subject.name(), subject.throughputs().median()));
            for (double percentile : PERCENTILES) {
                table.append(format(" %.1f |", subject.latencies().at(percentile) / 1e6));
            }
            table.append('\n');
        }
        return table.toString();
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
