package org.keycloak.handout.token;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.keycloak.handout.server.Refusal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Files as makers of tokens and spreadsheets write them. The first seed is the same in each good one. */
class CsvTokensTest {

    private static final String SEED = "02a8d3adb5e47a3e1a63489c252a247a9840a308";
    private static final CsvOptions NOTHING_SAID = new CsvOptions(Map.of(), null, null);

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
            // file, tokens, rejected, serial, user, what the user is named by, algorithm, digits, period, format
            "entra.csv, 2, 0, 1234567, alice@example.org, USERNAME, HmacSHA1, 6, 30, CSV of Microsoft Entra ID",
            "entra-excel-semicolons.csv, 2, 0, 2308700000001, alice@example.org, USERNAME, HmacSHA1, 6, 30, CSV of Microsoft Entra ID",
            "sep-line.csv, 2, 0, 0012345, alice@example.org, USERNAME, HmacSHA1, 6, 30, CSV of Microsoft Entra ID",
            "token2-entra.csv, 2, 0, 862003120001, alice@example.org, USERNAME, HmacSHA1, 6, 30, CSV of Microsoft Entra ID",
            "yubico-entra.csv, 2, 0, 13371337, alice@example.org, USERNAME, HmacSHA1, 6, 30, CSV of Microsoft Entra ID",
            "entra-hash-function.csv, 2, 0, GALT11420104, alice@example.org, EMAIL, HmacSHA1, -, 30, CSV with a header",
            "excel-unicode-text.csv, 2, 0, SN-1, ångström, USERNAME, -, 8, 60, CSV with a header",
            "token2-serial-seed.txt, 2, 0, 862003120001, -, USERNAME, -, -, -, serial numbers and seeds",
            "feitian-serial-seed.csv, 2, 0, 2600112409121, -, USERNAME, -, -, -, serial numbers and seeds",
            "oath.csv, 2, 2, OATH1, -, USERNAME, -, 6, 30, OATH CSV",
            "entra-with-mistakes.csv, 8, 6, S1, alice@example.org, USERNAME, HmacSHA1, 6, 30, CSV of Microsoft Entra ID" })
    void readsWhatMakersWrite(String file, int tokens, int rejected, String serial, String user, UserKind kind, String algorithm, Integer digits, Integer period,
            String format) {
        TokenFile read = CsvTokens.read(sample(file), NOTHING_SAID);
        assertEquals(tokens, read.tokens().size());
        assertEquals(rejected, read.rejected().size());
        assertTrue(read.format().startsWith(format), read.format());
        Token first = read.tokens().get(0);
        assertEquals(SEED, HexFormat.of().formatHex(first.secret()));
        assertEquals(List.of(serial, kind), List.of(first.serial(), first.userKind()));
        assertEquals(user, first.user());
        assertEquals(algorithm, first.algorithm());
        assertEquals(digits, first.digits());
        assertEquals(period, first.period());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "ambiguous-seeds.csv         | No seed of the file tells",
            "contradictory-seeds.csv     | Some seeds are hexadecimal (row 2), others are Base32 (row 3)",
            "no-seed-column.csv          | No column has the seeds",
            "own-columns.csv             | No column has the seeds",
            "two-seed-columns.csv        | Columns 3 and 4 both look like secret",
            "header-only.csv             | has a header and no rows",
            "ansi.csv                    | isn't UTF-8",
            "open-quote.csv              | a quotation mark that isn't closed",
            "workbook.xlsx               | is a workbook or a ZIP archive",
            "missing.csv                 | There is no file" })
    void refusesWhatItCantTell(String file, String message) {
        Refusal refusal = assertThrows(Refusal.class, () -> CsvTokens.read(sample(file), NOTHING_SAID));
        assertTrue(refusal.getMessage().contains(message), refusal.getMessage());
    }

    @Test
    void rejectsTokensThatCount() {
        TokenFile read = CsvTokens.read(sample("yubico-personalization-log.csv"), NOTHING_SAID);
        assertEquals(List.of(2, 3), read.rejected().stream().map(RejectedRow::row).toList());
        assertTrue(read.rejected().get(0).reason().startsWith("The token counts (HOTP)"));
    }

    @Test
    void saysWhatIsWrongWithARow() {
        Map<Integer, String> reasons = CsvTokens.read(sample("entra-with-mistakes.csv"), NOTHING_SAID).rejected().stream()
                .collect(Collectors.toMap(RejectedRow::row, RejectedRow::reason));
        assertEquals(Map.of(3, "The seed isn't Base32, or is cut off", 4, "The time interval is \"5\"; 10 to 300 seconds are allowed",
                5, "The seed has 10 bytes; 16 to 128 are allowed", 6, "There is no seed",
                7, "The serial number was cut by a spreadsheet; import the maker's file with this column as text", 8, "The seed isn't Base32, or is cut off"), reasons);
    }

    @Test
    void takesThePersonsWordForColumnsAndEncoding() {
        Map<Column, String> columns = Map.of(Column.USER, "owner", Column.SERIAL, "Inventory No", Column.SECRET, "3", Column.PERIOD, "Slot");
        Token token = CsvTokens.read(sample("own-columns.csv"), new CsvOptions(columns, null, UserKind.EMAIL)).tokens().get(0);
        assertEquals(List.of("alice", UserKind.EMAIL, "INV-1", 30), List.of(token.user(), token.userKind(), token.serial(), token.period()));
        assertEquals(2, CsvTokens.read(sample("ambiguous-seeds.csv"), new CsvOptions(Map.of(), SeedEncoding.HEX, null)).tokens().size());
        assertEquals(2, CsvTokens.read(sample("ambiguous-seeds.csv"), new CsvOptions(Map.of(), SeedEncoding.BASE32, null)).tokens().size());
    }

    @Test
    void takesNumbersOfColumnsWithAndWithoutAHeader() throws Exception {
        Path file = Files.writeString(directory.resolve("tokens.csv"), SEED + ";alice;A1\n");
        CsvOptions options = new CsvOptions(Map.of(Column.SECRET, "1", Column.USER, "2"), null, null);
        assertEquals(List.of("alice"), CsvTokens.read(file, options).tokens().stream().map(Token::user).toList());
        Files.writeString(file, "a;b;serial\n" + SEED + ";alice;A1\n");
        assertEquals(List.of("A1"), CsvTokens.read(file, options).tokens().stream().map(Token::serial).toList());
    }

    @Test
    void refusesAColumnThatIsntThere() {
        for (String name : List.of("no such", "0", "5", "99999999999")) {
            CsvOptions options = new CsvOptions(Map.of(Column.SECRET, name, Column.USER, "owner"), null, null);
            assertThrows(Refusal.class, () -> CsvTokens.read(sample("own-columns.csv"), options), name);
        }
    }

    /** A header that was saved as text must not show seeds of a file that has none. */
    @ParameterizedTest
    @ValueSource(strings = { "A1,alice,02a8d3adb5e47a3e1a63489c252a247a9840a308", "02a8d3adb5e47a3e1a63489c252a247a9840a308", "serial,seed,period\nA1,zz,02a8d3adb5e47a3e1a63489c252a247a9840a308" })
    void showsNoSeed(String text) throws Exception {
        Path file = Files.writeString(directory.resolve("tokens.csv"), text);
        String told;
        try {
            told = CsvTokens.read(file, new CsvOptions(Map.of(), text.contains("zz") ? SeedEncoding.HEX : null, null)).toString();
            told = told.substring(0, told.indexOf("columns"));
        } catch (Refusal refusal) {
            told = refusal.getMessage();
        }
        assertFalse(told.contains("02a8"), told);
    }

    /** It would take hours, if the time grew with the square of the length. */
    @Test
    void endsSoonIfFieldsAreLong() throws Exception {
        int length = 500_000;
        Path file = Files.writeString(directory.resolve("tokens.csv"), String.join("\n", "#" + "x".repeat(length) + "\u2028", "serial,seed,period,type",
                "A1," + SEED + ",30,totp", "A2," + "0".repeat(length) + "Z!,30,totp", "A3," + "G".repeat(length) + "!,30,totp", "A4," + "A".repeat(length) + "=!,30,totp",
                "A5," + SEED + ",3" + " ".repeat(length) + "x,totp", "A6," + SEED + ",30,\"" + "hotp".repeat(length / 4) + "\nx\""));
        TokenFile read = assertTimeoutPreemptively(Duration.ofSeconds(30), () -> CsvTokens.read(file, NOTHING_SAID));
        assertEquals(List.of(1, 5), List.of(read.tokens().size(), read.rejected().size()));
    }

    @Test
    void hasNoSecretInItsText() {
        TokenFile read = CsvTokens.read(sample("entra-with-mistakes.csv"), NOTHING_SAID);
        assertFalse(read.toString().contains("AKUNHLNV"), read.toString());
        assertNull(read.tokens().stream().filter(token -> token.row() == 9).findFirst().orElseThrow().user());
        assertArrayEquals(HexFormat.of().parseHex(SEED), read.tokens().get(0).secret());
    }

    static Path sample(String name) {
        return Path.of("src/test/resources/tokens/csv", name);
    }
}
