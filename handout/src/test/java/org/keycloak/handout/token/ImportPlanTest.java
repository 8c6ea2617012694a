package org.keycloak.handout.token;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.keycloak.handout.server.Refusal;
import org.keycloak.util.JsonSerialization;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.TypeConversionException;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ImportPlanTest {

    private static final CsvOptions NOTHING_SAID = new CsvOptions(Map.of(), null, null);

    @TempDir
    private Path directory;

    @Test
    void rejectsEachOfTwoRowsThatCantBothBeRight() {
        Map<Integer, String> reasons = plan("entra-with-mistakes.csv", Assignment.none()).rejected().stream()
                .collect(Collectors.toMap(RejectedRow::row, RejectedRow::reason));
        assertEquals("There is no user; --assign takes the users of serial numbers from a table", reasons.get(9));
        assertEquals("The same serial number is in row 11", reasons.get(10));
        assertEquals("The same serial number is in row 10", reasons.get(11));
        assertEquals("The same seed is in row 13", reasons.get(12));
        assertEquals("The same user is in row 14", reasons.get(15));
    }

    @Test
    void thousandsOfRowsCanHaveTheSameSerialNumber() {
        List<Token> tokens = IntStream.range(0, 100_000).mapToObj(row -> new Token("NA", null, UserKind.USERNAME, ByteBuffer.allocate(4).putInt(row).array(),
                null, null, null, null, null, row, List.of())).toList();
        assertEquals("The same serial number is in rows 1, 2, 3, 4, 5 and 99994 more",
                assertTimeoutPreemptively(Duration.ofSeconds(30), () -> Duplicates.of(tokens)).get(0));
    }

    @Test
    void assignsTokensByTheirSerialNumbers() {
        List<Token> tokens = plan("feitian-serial-seed.csv", Assignment.read(CsvTokensTest.sample("assignment.csv"), null)).tokens();
        assertEquals(List.of("alice", "bob"), tokens.stream().map(Token::user).toList());
    }

    @Test
    void refusesAnAssignmentOfOneTokenToTwo() throws Exception {
        Path file = Files.writeString(directory.resolve("assign.csv"), "serial,user\nA1,alice\na1,bob\n");
        assertTrue(assertThrows(Refusal.class, () -> Assignment.read(file, null)).getMessage().contains("rows 2 and 3"));
    }

    @Test
    void sendsWhatTheFileSaysBeforeWhatThePersonSays() throws Exception {
        ImportFields fields = fields("--digits=8", "--period=60", "--method=tokens", "--label={manufacturer} {serial}", "--replace");
        JsonNode line = lines(ImportRequest.of(plan("entra.csv", Assignment.none()).tokens(), fields).get(0)).get(1);
        assertEquals(JsonSerialization.mapper.readTree("""
                {"username": "bob@example.org", "totpSecret": "6e269770e07d92ed8499a0fc7f93697881cf1f70", "secretEncoding": "HEX", "algorithm": "HmacSHA1",
                 "digits": 6, "period": 60, "userLabel": "Contoso 1234568", "method": "tokens", "replaceExisting": true}"""), line);
    }

    @Test
    void splitsARequestThatTheServerWouldRefuse() throws Exception {
        Token token = plan("entra.csv", Assignment.none()).tokens().get(0);
        List<Token> tokens = IntStream.range(0, 80_000).mapToObj(i -> token.withUser("user-" + i, UserKind.USERNAME)).toList();
        List<ImportRequest> requests = ImportRequest.of(tokens, fields());
        assertTrue(requests.size() > 1);
        assertEquals(tokens, requests.stream().flatMap(request -> request.tokens().stream()).toList());
        for (ImportRequest request : requests) {
            assertTrue(request.body().length <= 10_000_000);
            assertEquals(request.tokens().size(), lines(request).size());
        }
    }

    @Test
    void givesNoLabelToATokenWithoutASerialNumber() {
        Token token = new Token(null, "alice", UserKind.USERNAME, new byte[20], null, null, null, null, null, 1, List.of());
        assertNull(fields().label().of(token));
        assertThrows(TypeConversionException.class, () -> new Label().convert("{seriel}"));
    }

    @Test
    void onlyALabelWithTheSerialNumberTellsTokensApart() {
        Token token = plan("entra.csv", Assignment.none()).tokens().get(0);
        assertTrue(fields("--label={model} {serial}").label().tells(token));
        assertFalse(fields("--label={model}").label().tells(token));
        assertFalse(fields().label().tells(new Token(null, "alice", UserKind.USERNAME, new byte[20], null, null, null, null, null, 1, List.of())));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void keepsRejectedRowsToItsOwnerAndTakesThemAgain() throws Exception {
        Path input = Files.copy(CsvTokensTest.sample("entra-with-mistakes.csv"), directory.resolve("tokens.csv"));
        TokenFile read = CsvTokens.read(input, NOTHING_SAID);
        ImportPlan plan = ImportPlan.of(read, Assignment.none(), fields().label());
        RejectedFile.of(null, input).write(read.columns(), read.delimiter(), plan.rejected());

        Path rejected = directory.resolve("tokens-rejected.csv");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(rejected)));
        TokenFile again = CsvTokens.read(rejected, NOTHING_SAID);
        assertEquals(read.columns(), again.columns());
        assertEquals(plan.rejected().size(), again.rejected().size() + again.tokens().size());
        assertThrows(Refusal.class, () -> RejectedFile.of(null, input), "it may have been mended");
    }

    @Test
    void givesRejectedRowsOfAFileWithoutAHeaderOne() throws Exception {
        Path input = Files.copy(CsvTokensTest.sample("oath.csv"), directory.resolve("tokens.csv"));
        TokenFile read = CsvTokens.read(input, NOTHING_SAID);
        RejectedFile.of(null, input).write(read.columns(), read.delimiter(), read.tokens().stream().map(token -> token.rejected("There is no user")).toList());
        List<Token> again = CsvTokens.read(directory.resolve("tokens-rejected.csv"), NOTHING_SAID).tokens();
        assertEquals(List.of("OATH1", "OATH2"), again.stream().map(Token::serial).toList());
        assertEquals(List.of(6, 8), again.stream().map(Token::digits).toList());
    }

    private static ImportPlan plan(String file, Assignment assignment) {
        return ImportPlan.of(CsvTokens.read(CsvTokensTest.sample(file), NOTHING_SAID), assignment, fields().label());
    }

    private static List<JsonNode> lines(ImportRequest request) throws Exception {
        return JsonSerialization.mapper.readerFor(JsonNode.class).<JsonNode>readValues(request.body()).readAll();
    }

    private static ImportFields fields(String... arguments) {
        return CommandLine.populateCommand(new Options(), arguments).fields;
    }

    @Command
    private static final class Options {

        @Mixin
        private ImportFields fields;
    }
}
