package org.keycloak.handout.token;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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
 * @param fixed what the maker of the format says of every token of it
 */
record CsvLayout(String format, boolean header, Map<Column, Integer> positions, SeedEncoding encoding, Map<Column, String> fixed) {

    private static final String NUMBER = "\\d{1,4}";

    /**
     * Recognises the format by the first row.
     *
     * @param columns headers or numbers of columns, from the person
     * @throws Refusal if there is no column for the secret, or one is named that isn't there, or two hold the same
     */
    static CsvLayout of(List<String> first, Map<Column, String> columns) {
        Map<Column, Integer> positions = positions(first, columns);
        Integer secret = positions.get(Column.SECRET);
        if (secret != null && isSeed(first.get(secret))) {
            positions.keySet().retainAll(columns.keySet());
            return new CsvLayout("CSV without a header", false, positions, null, Map.of());
        }
        if (positions.containsKey(Column.SECRET)) {
            boolean entra = first.stream().map(String::strip).anyMatch("upn"::equalsIgnoreCase)
                    && positions.keySet().containsAll(List.of(Column.SERIAL, Column.PERIOD));
            return entra ? new CsvLayout("CSV of Microsoft Entra ID", true, positions, SeedEncoding.BASE32, Map.of(Column.DIGITS, "6", Column.ALGORITHM, "SHA1"))
                    : new CsvLayout("CSV with a header", true, positions, Column.encoding(first.get(positions.get(Column.SECRET))).orElse(null), Map.of());
        }
        return withoutHeader(first).orElseThrow(() -> new Refusal(ExitCode.USAGE, "No column has the seeds. Say which it is, by its header or its number: "
                + "--columns secret=NAME or, for a file without a header, --columns serial=1,secret=2."));
    }

    private static Optional<CsvLayout> withoutHeader(List<String> first) {
        if (first.size() >= 3 && first.get(2).strip().matches("(?i)[th]otp")) {
            return Optional.of(new CsvLayout("OATH CSV (serial, seed, type, digits, time step)", false,
                    Map.of(Column.SERIAL, 0, Column.SECRET, 1, Column.TYPE, 2, Column.DIGITS, 3, Column.PERIOD, 4), null, Map.of()));
        }
        if (first.get(0).strip().matches("(?i)OATH-HOTP|Yubico OTP|Static Password.*|Challenge-Response.*")) {
            // Date and configuration slot are columns 1 and 2, the public id is column 3.
            return Optional.of(new CsvLayout("log of Yubico's personalization tool", false, Map.of(Column.TYPE, 0, Column.SERIAL, 3, Column.SECRET, 5), SeedEncoding.HEX, Map.of()));
        }
        if (first.size() == 2 && isSeed(first.get(1))) {
            return Optional.of(new CsvLayout("serial numbers and seeds, without a header", false, Map.of(Column.SERIAL, 0, Column.SECRET, 1), null, Map.of()));
        }
        return Optional.empty();
    }

    private static boolean isSeed(String text) {
        return text.replaceAll("[\\s-]", "").matches("[A-Za-z0-9]{26,}=*");
    }

    static Map<Column, Integer> positions(List<String> first, Map<Column, String> columns) {
        Map<Column, Integer> positions = new EnumMap<>(Column.class);
        for (Column column : Column.values()) {
            String name = columns.get(column);
            int[] found = name != null && name.matches(NUMBER) ? new int[] { Integer.parseInt(name) - 1 }
                    : IntStream.range(0, first.size())
                            .filter(i -> name == null ? column.has(first.get(i)) : name.strip().equalsIgnoreCase(first.get(i).strip())).toArray();
            if (name != null && (found.length == 0 || found[0] < 0 || found[0] >= first.size())) {
                throw new Refusal(ExitCode.USAGE, "--columns " + column + "=" + name + ": the file has no such column.");
            }
            if (found.length > 1) {
                throw new Refusal(ExitCode.USAGE, "Columns " + (found[0] + 1) + " and " + (found[1] + 1) + " both look like " + column + ". Say which with --columns "
                        + column + "=NUMBER.");
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
        if (value.isEmpty()) {
            return fixed.getOrDefault(column, "");
        }
        // A spreadsheet's way to keep a number as text.
        return value.matches("=\".*\"") ? value.substring(2, value.length() - 1) : value;
    }

    /** The format, and the headers by which columns were found, for the person. */
    String describe(List<String> first) {
        return !header ? format : format + " (" + positions.entrySet().stream().map(each -> each.getKey() + " is \"" + first.get(each.getValue()).strip() + "\"")
                .collect(Collectors.joining(", ")) + ")";
    }

    /** Header of a file with rows of this one. */
    List<String> header(List<String> first, int width) {
        if (header) {
            return first;
        }
        String[] names = IntStream.rangeClosed(1, width).mapToObj(i -> "column " + i).toArray(String[]::new);
        positions.forEach((column, position) -> {
            if (position < width) {
                names[position] = column.toString();
            }
        });
        return List.of(names);
    }
}
