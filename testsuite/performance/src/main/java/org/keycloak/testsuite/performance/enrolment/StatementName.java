package org.keycloak.testsuite.performance.enrolment;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is said of a statement in a table: its verb, and the tables that it names.
 */
final class StatementName {

    private static final Pattern LOCK = Pattern.compile("\\bfor (?:no key )?update\\b.*", Pattern.DOTALL);
    private static final Pattern TABLE = Pattern.compile("\\b(?:from|join|into|update)\\s+([a-z_]+)");

    private StatementName() {
    }

    static String of(String sql) {
        String statement = sql.strip().toLowerCase(Locale.ROOT).replace("\"", "");
        String unlocked = LOCK.matcher(statement).replaceFirst("");
        Set<String> tables = new LinkedHashSet<>();
        for (Matcher table = TABLE.matcher(unlocked); table.find();) {
            tables.add(table.group(1));
        }
        String verb = statement.split("[\\s;]", 2)[0].toUpperCase(Locale.ROOT);
        return verb + (tables.isEmpty() ? "" : " " + String.join(", ", tables)) + (unlocked.equals(statement) ? "" : " FOR UPDATE");
    }
}
