package org.keycloak.handout.report;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;

import org.keycloak.handout.Terminal;

/** Columns of text for a terminal. A character counts as one column wide, except characters of East Asia and emoji, which count as two. */
final class Table {

    private static final String GAP = "  ";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.systemDefault());

    private Table() {
    }

    static Stream<String> lines(List<List<String>> rows) {
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        int[] widths = new int[columns];
        List<List<String>> cells = rows.stream().map(row -> row.stream().map(Terminal::line).toList()).toList();
        cells.forEach(row -> {
            for (int column = 0; column < row.size(); column++) {
                widths[column] = Math.max(widths[column], width(row.get(column)));
            }
        });
        return cells.stream().map(row -> {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                line.append(row.get(column)).append(" ".repeat(widths[column] - width(row.get(column)))).append(GAP);
            }
            return line.toString().stripTrailing();
        });
    }

    /**
     * @param millis since 1970-01-01 UTC; {@code null} for an empty cell
     * @return in the time zone of this machine
     */
    static String time(Long millis) {
        return millis == null ? "" : TIME.format(Instant.ofEpochMilli(millis));
    }

    private static int width(String text) {
        return text.codePoints().map(character -> hasNoWidth(character) ? 0 : isWide(character) ? 2 : 1).sum();
    }

    private static boolean hasNoWidth(int character) {
        int type = Character.getType(character);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT;
    }

    /** The blocks that are wide throughout (UAX #11). */
    private static boolean isWide(int character) {
        return character >= 0x1100 && character <= 0x115F || character >= 0x2E80 && character <= 0xA4CF || character >= 0xAC00 && character <= 0xD7A3
                || character >= 0xF900 && character <= 0xFAFF || character >= 0xFE30 && character <= 0xFE6F || character >= 0xFF00 && character <= 0xFF60
                || character >= 0xFFE0 && character <= 0xFFE6 || character >= 0x1F300 && character <= 0x1FAFF || character >= 0x20000 && character <= 0x3FFFD;
    }
}
