package org.keycloak.handout.output;

import java.util.Objects;
import java.util.regex.Pattern;

/** Cells of a table that a spreadsheet opens. */
public final class CsvCell {

    /**
     * What a spreadsheet takes for a formula, also behind what has no ink, and in the width of East Asian characters. Users choose their names, and
     * whoever opens the file isn't asked.
     */
    private static final Pattern FORMULA = Pattern.compile("[\\p{Z}\\p{C}]*[=+\\-@\\uFF1D\\uFF0B\\uFF0D\\uFF20].*|[\\t\\r\\n].*", Pattern.DOTALL);

    private CsvCell() {
    }

    /**
     * @param value of the cell; {@code null} for an empty cell
     * @return its text, with an apostrophe before it if it would be a formula
     */
    public static String of(Object value) {
        String text = Objects.toString(value, "");
        return FORMULA.matcher(text).matches() ? "'" + text : text;
    }
}
