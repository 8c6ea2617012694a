package org.keycloak.handout.report;

import java.util.List;
import java.util.stream.Stream;

import org.keycloak.handout.Terminal;

/** Columns of text for a terminal. A character counts as one column wide, except characters of East Asia and emoji, which count as two. */
final class Table {

    private static final String GAP = "  ";

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

    private static int width(String text) {
        return text.codePoints().map(character -> isMark(character) ? 0 : isWide(character) ? 2 : 1).sum();
    }

    private static boolean isMark(int character) {
        int type = Character.getType(character);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
    }

    private static boolean isWide(int character) {
        return Character.isIdeographic(character) || character >= 0x1100 && character <= 0x115F || character >= 0x3000 && character <= 0x30FF
                || character >= 0xAC00 && character <= 0xD7A3 || character >= 0xFF00 && character <= 0xFF60 || character >= 0x1F300 && character <= 0x1FAFF;
    }
}
