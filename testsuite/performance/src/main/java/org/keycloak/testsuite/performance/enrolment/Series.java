package org.keycloak.testsuite.performance.enrolment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

import org.keycloak.testsuite.performance.Measured;

/**
 * The same subjects with more and more of something.
 *
 * @param steps the entrants at each number of it
 */
record Series(String name, String what, Map<Integer, List<Entrant>> steps) {

    Series(String name, String what) {
        this(name, what, new LinkedHashMap<>());
    }

    void add(int step, List<Entrant> entrants) {
        steps.put(step, entrants);
    }

    void run(Rounds rounds, Database database, Results results) throws Exception {
        rounds.run(name, steps.values().stream().flatMap(List::stream).toList());
        Map<Integer, List<Measured>> measured = new LinkedHashMap<>();
        steps.forEach((step, entrants) -> measured.put(step, entrants.stream().map(Entrant::measured).toList()));
        results.table(name, database, "By number of " + what + " on " + database.title(), "Per second:\n\n" + table(measured, "%.0f", Series::perSecond)
                + "\np50 in ms:\n\n" + table(measured, "%.1f", Series::milliseconds)
                + "\np50 as a ratio to the first:\n\n" + ratios(measured));
        Map<String, List<Measured>> labelled = new LinkedHashMap<>();
        measured.forEach((step, subjects) -> labelled.put(step + " " + what, subjects));
        results.latencies(name, database, labelled);
        results.plot(name + "-p50-" + database.id(), Plots.lines("p50 on " + database.title(), what, "ms", measured, Series::milliseconds));
        results.plot(name + "-throughput-" + database.id(), Plots.lines("Calls per second on " + database.title(), what, "calls per second", measured, Series::perSecond));
    }

    private static double perSecond(Measured measured) {
        return measured.throughputs().median();
    }

    private static double milliseconds(Measured measured) {
        return measured.latencies().median() / 1e6;
    }

    private String table(Map<Integer, List<Measured>> measured, String format, ToDoubleFunction<Measured> value) {
        StringBuilder table = new StringBuilder(head(measured));
        for (int subject = 0; subject < Subject.ALL.size(); subject++) {
            table.append("| ").append(Subject.ALL.get(subject).name()).append(" |");
            for (List<Measured> step : measured.values()) {
                table.append(String.format(Locale.ROOT, " " + format + " |", value.applyAsDouble(step.get(subject))));
            }
            table.append('\n');
        }
        return table.toString();
    }

    private String ratios(Map<Integer, List<Measured>> measured) {
        List<Measured> least = measured.values().iterator().next();
        Map<String, Measured> bases = new LinkedHashMap<>();
        least.forEach(subject -> bases.put(subject.name(), subject));
        return table(measured, "%.2f", subject -> milliseconds(subject) / milliseconds(bases.get(subject.name())));
    }

    private String head(Map<Integer, List<Measured>> measured) {
        StringBuilder head = new StringBuilder("| " + what + " |");
        measured.keySet().forEach(step -> head.append(String.format(Locale.ROOT, " %,d |", step)));
        return head + "\n| --- |" + " --- |".repeat(measured.size()) + "\n";
    }
}
