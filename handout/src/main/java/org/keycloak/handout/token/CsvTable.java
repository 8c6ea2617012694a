package org.keycloak.handout.token;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;

import org.keycloak.handout.server.Refusal;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The rows of a CSV file, by the numbers that a spreadsheet shows, from 1. Empty rows and comments aren't among them.
 *
 * @param delimiter between fields
 */
record CsvTable(char delimiter, TreeMap<Integer, List<String>> rows) {

    /** The second is the first row of a log of Yubico's personalization tool. */
    private static final List<String> COMMENTS = List.of("#", "LOGGING START");

    /**
     * Reads a file with commas, semicolons or tabs; without any of these, with spaces.
     *
     * @throws Refusal if the file can't be read, or isn't CSV, or is empty
     */
    static CsvTable read(Path file) {
        String text = TextFile.read(file).replaceFirst("^(?i:sep=.)\\R", "");
        char delimiter = delimiter(text);
        if (delimiter == ' ') {
            text = text.replaceAll(" +", " ");
        }
        CSVFormat format = CSVFormat.DEFAULT.builder().setDelimiter(delimiter).setIgnoreEmptyLines(false).setIgnoreSurroundingSpaces(delimiter != ' ')
                .setTrailingData(false).get();
        TreeMap<Integer, List<String>> rows = new TreeMap<>();
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
            for (CSVRecord row : parser) {
                if (row.stream().anyMatch(field -> !field.isBlank()) && !isComment(row.get(0))) {
                    rows.put((int) row.getRecordNumber(), row.toList());
                }
            }
        } catch (IOException | UncheckedIOException e) {
            throw new Refusal(file + " isn't CSV: row " + (rows.isEmpty() ? 1 : rows.lastKey() + 1) + " or a later one has a quotation mark that isn't closed.");
        }
        if (rows.isEmpty()) {
            throw new Refusal(file + " is empty.");
        }
        return new CsvTable(delimiter, rows);
    }

    int width() {
        return rows.values().stream().mapToInt(List::size).max().orElseThrow();
    }

    private static char delimiter(String text) {
        String line = text.lines().filter(each -> !each.isBlank() && !isComment(each)).findFirst().orElse("").replaceAll("\"[^\"]*\"", "");
        char most = ' ';
        for (char candidate : new char[] { '\t', ';', ',' }) {
            if (count(line, candidate) > (most == ' ' ? 0 : count(line, most))) {
                most = candidate;
            }
        }
        return most;
    }

    private static boolean isComment(String text) {
        return COMMENTS.stream().anyMatch(text::startsWith);
    }

    private static long count(String line, char character) {
        return line.chars().filter(each -> each == character).count();
    }
}
