package org.keycloak.testsuite.performance;

import java.util.List;
import java.util.Locale;

import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;

/**
 * Prints what was measured, in AsciiDoc: ratios to the first subject, then figures.
 */
final class Table {

    private static final double[] PERCENTILES = { 50, 95, 99 };

    private Table() {
    }

    static void print(String title, List<Subject> subjects) {
        StringBuilder table = new StringBuilder("\n." + title + ": ratios to the first row, then calls per second and milliseconds\n"
                + "[cols=\"6,4,1,1,1,1,1,1,1\",options=\"header\"]\n|===\n"
                + "|calls |throughput (of rounds: least to greatest) |p50 |p95 |p99 |per second |p50 |p95 |p99\n\n");
        for (Subject subject : subjects) {
            table.append(row(subject, subjects.get(0)));
        }
        System.out.println(table + "|===");
    }

    private static String row(Subject subject, Subject base) {
        DescriptiveStatistics ratios = subject.throughputRatios(base);
        StringBuilder row = new StringBuilder(format("|%s |%.2f (%.2f to %.2f)", subject.name(), ratios.getPercentile(50), ratios.getMin(), ratios.getMax()));
        for (double percentile : PERCENTILES) {
            row.append(format(" |%.2f", subject.milliseconds().getPercentile(percentile) / base.milliseconds().getPercentile(percentile)));
        }
        row.append(format(" |%.0f", subject.callsPerSecond().getPercentile(50)));
        for (double percentile : PERCENTILES) {
            row.append(format(" |%.1f", subject.milliseconds().getPercentile(percentile)));
        }
        return row.append('\n').toString();
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
