package org.keycloak.handout.token;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.keycloak.handout.server.Refusal;

/** Reads the tokens of a CSV file. */
final class CsvTokens {

    private final CsvLayout layout;
    private final SeedEncoding encoding;
    private final UserKind match;
    private final List<Integer> kept;

    private CsvTokens(CsvLayout layout, SeedEncoding encoding, UserKind match, List<Integer> kept) {
        this.layout = layout;
        this.encoding = encoding;
        this.match = match;
        this.kept = kept;
    }

    /**
     * Reads a file.
     *
     * @throws Refusal if the file can't be read, its columns or its encoding can't be told, or it has no rows
     */
    static TokenFile read(Path file, CsvOptions options) {
        CsvTable table = CsvTable.read(file);
        List<String> first = table.rows().firstEntry().getValue();
        CsvLayout layout = CsvLayout.of(first, options.columns());
        SortedMap<Integer, List<String>> rows = layout.header() ? table.rows().tailMap(table.rows().firstKey(), false) : table.rows();
        if (rows.isEmpty()) {
            throw new Refusal(file + " has a header and no rows.");
        }
        SeedEncoding encoding = options.encoding() != null ? options.encoding() : layout.encoding();
        if (encoding == null) {
            encoding = SeedEncoding.of(seeds(layout, rows));
        }
        List<String> header = layout.header(first, table.width());
        // A file of rejected rows can be sent again. Its reasons aren't kept.
        List<Integer> kept = IntStream.range(0, header.size()).filter(i -> !header.get(i).equals(RejectedFile.REASON)).boxed().toList();
        CsvTokens tokens = new CsvTokens(layout, encoding, options.match(), kept);
        return tokens.read(rows, layout.describe(first), tokens.kept(header), table.delimiter());
    }

    private static Map<Integer, String> seeds(CsvLayout layout, SortedMap<Integer, List<String>> rows) {
        Map<Integer, String> seeds = new TreeMap<>();
        rows.forEach((number, row) -> seeds.put(number, layout.value(row, Column.SECRET)));
        return seeds;
    }

    private TokenFile read(SortedMap<Integer, List<String>> rows, String format, List<String> columns, char delimiter) {
        List<Token> tokens = new ArrayList<>();
        List<RejectedRow> rejected = new ArrayList<>();
        rows.forEach((number, row) -> {
            try {
                tokens.add(token(number, row));
            } catch (IllegalArgumentException e) {
                rejected.add(new RejectedRow(number, e.getMessage(), kept(row)));
            }
        });
        return new TokenFile(format + ", seeds in " + encoding.text(), columns, delimiter, tokens, rejected);
    }

    private Token token(int number, List<String> row) {
        requireTotp(row);
        String serial = layout.value(row, Column.SERIAL);
        if (serial.matches("\\d[.,]\\d+[eE]\\+\\d+")) {
            throw new IllegalArgumentException("The serial number was cut by a spreadsheet; import the maker's file with this column as text");
        }
        String seed = layout.value(row, Column.SECRET);
        if (seed.isEmpty()) {
            throw new IllegalArgumentException("There is no seed");
        }
        Column by = match == UserKind.EMAIL || layout.value(row, Column.USER).isEmpty() ? Column.EMAIL : Column.USER;
        String user = layout.value(row, by);
        if (user.isEmpty()) {
            user = layout.value(row, Column.USER);
        }
        UserKind kind = match != null ? match : by == Column.EMAIL && !user.isEmpty() ? UserKind.EMAIL : UserKind.USERNAME;
        return new Token(orNull(serial), orNull(user), kind, TokenLimits.secret(encoding.decode(seed)), value(row, Column.ALGORITHM, TokenLimits::algorithm),
                value(row, Column.DIGITS, TokenLimits::digits), value(row, Column.PERIOD, TokenLimits::period), value(row, Column.MANUFACTURER, Function.identity()),
                value(row, Column.MODEL, Function.identity()), number, kept(row));
    }

    private void requireTotp(List<String> row) {
        if (!layout.positions().containsKey(Column.TYPE)) {
            return;
        }
        String type = layout.value(row, Column.TYPE);
        if (has(type, "hotp", "event", "counter", "hmac-based")) {
            throw new IllegalArgumentException("The token counts (HOTP); only tokens that go by the time (TOTP) can be imported");
        }
        if (!has(type, "totp", "time")) {
            throw new IllegalArgumentException(type.isEmpty() ? "The type is missing; only TOTP can be imported" : "The type isn't TOTP");
        }
    }

    private static boolean has(String type, String... words) {
        return Stream.of(words).anyMatch(type.toLowerCase(Locale.ROOT)::contains);
    }

    private <T> T value(List<String> row, Column column, Function<String, T> parse) {
        String value = layout.value(row, column);
        return value.isEmpty() ? null : parse.apply(value);
    }

    private List<String> kept(List<String> row) {
        return kept.stream().map(i -> i < row.size() ? row.get(i) : "").toList();
    }

    private static String orNull(String value) {
        return value.isEmpty() ? null : value;
    }
}
