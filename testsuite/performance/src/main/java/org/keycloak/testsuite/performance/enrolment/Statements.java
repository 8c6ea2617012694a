package org.keycloak.testsuite.performance.enrolment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.keycloak.testsuite.performance.Clients;

/**
 * The SQL statements of a call, with users who are in the server's cache and with users who aren't. Only PostgreSQL counts them.
 */
final class Statements implements Part {

    private static final String NAME = "statements";
    /** Enough that what the server does besides is less than what is shown. */
    private static final int CALLS = 100;
    private static final double LEAST = 0.05;
    /** The driver begins a transaction with its first statement: what it doesn't begin costs the database nothing. */
    private static final List<String> VERBS = List.of("SELECT", "INSERT", "UPDATE", "DELETE", "BEGIN");

    private final EnrolmentOptions options;
    private final Results results;

    Statements(EnrolmentOptions options, Results results) {
        this.options = options;
        this.results = results;
    }

    @Override
    public void run(EnrolmentServer server) throws Exception {
        if (server.postgres().isEmpty()) {
            return;
        }
        List<Subject> subjects = new ArrayList<>(Subject.ALL);
        subjects.add(Subject.REPLACE);
        subjects.addAll(Subject.REFUSED);
        EnrolmentRealm realm = server.realm(options.users());
        Map<String, Map<String, Double>> perCall = new LinkedHashMap<>();
        try (Clients one = new Clients(1); StatementCounts counts = StatementCounts.open(server.postgres().get())) {
            for (Subject subject : subjects) {
                UserGroup users = realm.group(subjects.indexOf(subject), subjects.size(), Math.min(CALLS, options.users() / subjects.size()));
                count(subject, users, one, counts); // what is cached of a realm and an administrator is cached then
                perCall.put(subject.name() + " | no", count(subject, users, one, counts));
                perCall.put(subject.name() + " | yes", countCached(subject, users, one, counts));
                users.prepare(false, one);
            }
        }
        results.table(NAME, server.database(), "SQL statements per call on " + server.database().title(), sums(perCall) + "\n" + each(perCall));
    }

    private static Map<String, Double> count(Subject subject, UserGroup users, Clients one, StatementCounts counts) throws Exception {
        users.prepare(subject.before(), one);
        users.requests().clearUserCache();
        return send(subject, users, one, counts);
    }

    /** {@code GET user} has put them there; what it doesn't read of a user isn't. */
    private static Map<String, Double> countCached(Subject subject, UserGroup users, Clients one, StatementCounts counts) throws Exception {
        users.prepare(subject.before(), one);
        one.send(users.ids().stream().map(users.requests()::get).toList());
        return send(subject, users, one, counts);
    }

    private static Map<String, Double> send(Subject subject, UserGroup users, Clients one, StatementCounts counts) throws Exception {
        List<EnrolmentCall> calls = subject.calls(users);
        counts.reset();
        one.send(calls);
        Map<String, Double> perCall = new TreeMap<>();
        counts.read().forEach((statement, number) -> perCall.put(statement, (double) number / calls.size()));
        perCall.values().removeIf(number -> number < LEAST); // the server's own
        users.expect(subject.after());
        return perCall;
    }

    private static String sums(Map<String, Map<String, Double>> perCall) {
        StringBuilder table = new StringBuilder("| calls | user cached | " + String.join(" | ", VERBS) + " |\n| --- | --- |"
                + " --- |".repeat(VERBS.size()) + "\n");
        perCall.forEach((call, statements) -> {
            table.append("| ").append(call).append(" |");
            for (String verb : VERBS) {
                table.append(format(" %.1f |", statements.entrySet().stream().filter(entry -> entry.getKey().startsWith(verb))
                        .mapToDouble(Map.Entry::getValue).sum()));
            }
            table.append('\n');
        });
        return table.toString();
    }

    private static String each(Map<String, Map<String, Double>> perCall) {
        StringBuilder table = new StringBuilder("| calls | user cached | statements |\n| --- | --- | --- |\n");
        perCall.forEach((call, statements) -> table.append("| ").append(call).append(" | ").append(statements.entrySet().stream()
                .map(statement -> format("%.1f %s", statement.getValue(), statement.getKey())).collect(Collectors.joining("; "))).append(" |\n"));
        return table.toString();
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
