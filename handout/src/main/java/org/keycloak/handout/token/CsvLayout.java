package org.keycloak.handout.token;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.keycloak.handout.ExitCode;
import org.keycloak.handout.server.Refusal;

/**
 * Which column of a CSV file holds what.
 *
 * @param format name of the format, for the person
 * @param header whether the first row is a header
 * @param positions the columns' positions in a row, from 0
 * @param encoding how seeds are written; {@code null} if the format doesn't say
 */
record CsvLayout(String format, boolean header, Map<Column, Integer> positions, SeedEncoding encoding) {

    /**
     * Recognises the format by the first row.
     *
     * @param columns headers or numbers of columns, from the person
     * @throws Refusal if there is no column for the secret, or one is named that isn't there, or two hold the same
     */
    static CsvLayout of(List<String> first, Map<Column, String> columns) {
        if (!columns.isEmpty() && columns.values().stream().allMatch(name -> name.matches("\\d+"))) {
            return new CsvLayout("CSV without a header", false, positions(first, columns), null);
        }
        Map<Column, Integer> positions = positions(first, columns);
        if (positions.containsKey(Column.SECRET)) {
            boolean entra = first.stream().map(String::strip).anyMatch("upn"::equalsIgnoreCase)
                    && positions.keySet().containsAll(List.of(Column.SERIAL, Column.PERIOD));
            SeedEncoding named = Column.encoding(first.get(positions.get(Column.SECRET))).orElse(entra ? SeedEncoding.BASE32 : null);
            return new CsvLayout(entra ? "CSV of Microsoft Entra ID" : "CSV with a header", true, positions, named);
        }
        return withoutHeader(first).orElseThrow(() -> new Refusal(ExitCode.USAGE, "No column has the seeds. Say which it is, by its header or its number: "
                + "--columns secret=NAME or, for a file without a header, --columns serial=1,secret=2."));
    }

    private static Optional<CsvLayout> withoutHeader(List<String> first) {
        if (first.size() >= 3 && first.get(2).strip().matches("(?i)[th]otp")) {
            return Optional.of(new CsvLayout("OATH CSV (serial, seed, type, digits, time step)", false,
                    Map.of(Column.SERIAL, 0, Column.SECRET, 1, Column.TYPE, 2, Column.DIGITS, 3, Column.PERIOD, 4), null));
        }
        if (first.get(0).strip().matches("(?i)LOGGING START|OATH-HOTP|Yubico OTP|Static Password.*|Challenge-Response.*")) {
            // Date and configuration slot are columns 1 and 2, the public id is column 3.
            return Optional.of(new CsvLayout("log of Yubico's personalization tool", false, Map.of(Column.TYPE, 0, Column.SERIAL, 3, Column.SECRET, 5), SeedEncoding.HEX));
        }
        if (first.size() == 2 && first.get(1).replaceAll("[\\s-]", "").matches("[A-Za-z0-9]{26,}=*")) {
            return Optional.of(new CsvLayout("serial numbers and seeds, without a header", false, Map.of(Column.SERIAL, 0, Column.SECRET, 1), null));
        }
        return Optional.empty();
    }

    private static Map<Column, Integer> positions(List<String> first, Map<Column, String> columns) {
        Map<Column, Integer> positions = new EnumMap<>(Column.class);
        for (Column column : Column.values()) {
            String name = columns.get(column);
            int[] found = name != null && name.matches("\\d+") ? new int[] { Integer.parseInt(name) - 1 }
                    : IntStream.range(0, first.size())
                            .filter(i -> name == null ? column.has(first.get(i)) : name.strip().equalsIgnoreCase(first.get(i).strip())).toArray();
            if (name != null && (found.length == 0 || found[0] < 0 || found[0] >= first.size())) {
                throw new Refusal(ExitCode.USAGE, "--columns " + column.option() + "=" + name + ": the file has no such column.");
            }
            if (found.length > 1) {
                throw new Refusal(ExitCode.USAGE, "Columns " + (found[0] + 1) + " and " + (found[1] + 1) + " both look like " + column.option() + ". Say which with --columns "
                        + column.option() + "=NUMBER.");
            }
            if (found.length == 1) {
                positions.put(column, found[0]);
            }
        }
        return positions;
    }

    /** What a row has in a column, without spaces around it; empty if it has nothing. */
    String value(List<String> row, Column column) {
        Integer position = positions.get(column);
        String value = position == null || position >= row.size() ? "" : row.get(position).strip();
        // A spreadsheet's way to keep a number as text.
        return value.matches("=\".*\"") ? value.substring(2, value.length() - 1) : value;
    }
}
