package org.keycloak.services.resources.admin.coverage;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A line of CSV (RFC 4180). Keycloak ships a library for CSV only as a part of Liquibase's, and that one knows nothing of formulas.
 */
final class CsvLine {

    /**
     * What a spreadsheet takes for the beginning of a formula, after spaces, control characters and
     * characters without a width; also in their full width. Users choose
     * their names, and whoever opens the file isn't asked.
     */
    private static final Pattern FORMULA = Pattern.compile("[\\p{Z}\\p{C}]*[=+\\-@\\uFF1D\\uFF0B\\uFF0D\\uFF20].*|[\\t\\r\\n].*", Pattern.DOTALL);
    private static final Pattern TO_QUOTE = Pattern.compile("[,;\"\\r\\n\\t]|^\\s|\\s$");

    private CsvLine() {
    }

    /**
     * @param values of any types; {@code null} for an empty cell
     */
    static String of(Object... values) {
        return Stream.of(values).map(value -> cell(value == null ? "" : value.toString())).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(String text) {
        String defused = FORMULA.matcher(text).matches() ? "'" + text : text;
        return TO_QUOTE.matcher(defused).find() ? '"' + defused.replace("\"", "\"\"") + '"' : defused;
    }
}
