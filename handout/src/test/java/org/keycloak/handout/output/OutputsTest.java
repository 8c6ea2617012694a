package org.keycloak.handout.output;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

import org.keycloak.handout.server.Refusal;
import org.keycloak.handout.sheet.Paper;
import org.keycloak.handout.sheet.SheetOptions;
import org.keycloak.handout.sheet.SheetStyle;
import org.keycloak.representations.idm.CreatedCredentialRepresentation;
import org.keycloak.util.JsonSerialization;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

class OutputsTest {

    private static final Duration DAY = Duration.ofDays(1);
    private static final SheetStyle STYLE = new SheetStyle(Paper.A4, 1, true, "en", "UTC", null, null, null, List.of(), List.of());

    @TempDir
    private Path directory;

    @Test
    void tableHasARowForEachUser() throws IOException {
        List<CSVRecord> rows = table(line("alice", "Alice, \"A\"\nB\u00E4r"), line("bob", null));
        assertEquals(List.of("alice", "Alice, \"A\"\nB\u00E4r", "", "", "Sales", "Demo Ltd", "ABCD", keyUri("alice"), "2026-01-01T00:00:00.123Z",
                "2026-01-02T00:00:00.123Z"), rows.get(0).toList());
        assertEquals("bob", rows.get(1).get("username"));
        assertEquals("", rows.get(1).get("firstName"));
        assertEquals(keyUri("bob"), rows.get(1).get("keyUri"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "=1", "+1", "-1", "@SUM(A1)", " =1", "\t1", "\r=1", "\uFF1D1", "\u200B=1", "\uFEFF=1", "\u0001=1" })
    void tableHasNoFormula(String name) throws IOException {
        assertEquals("'" + name, table(line("alice", name)).get(0).get("firstName"));
    }

    @Test
    void picturesAreScanned() throws Exception {
        Path pictures = directory.resolve("pictures");
        PngOutput output = new PngOutput(pictures);
        output.check(false);
        assertEquals(List.of(), output.write(lines(line("../alice", null), line("bob", null))));
        assertEquals(keyUri("../alice"), scan(pictures.resolve("%2E.%2Falice.png")));
        assertEquals(keyUri("bob"), scan(pictures.resolve("bob.png")));
        assertTrue(ImageIO.read(pictures.resolve("bob.png").toFile()).getWidth() >= 300);
    }

    @Test
    void usersWithoutAPictureAreNamed() throws IOException {
        CreatedCredentialRepresentation line = line("alice", null);
        line.getCredential().put("keyUri", keyUri("alice") + "&image=" + "a".repeat(3000));
        List<String> left = new PngOutput(directory).write(lines(line));
        assertEquals(List.of("alice: the key URI is too long for a QR code. Type the key in."), left);
    }

    @Test
    void linesAreAsTheyCame() throws IOException {
        Path file = directory.resolve("staff.ndjson");
        new NdjsonOutput(file).write(lines(line("alice", null), line("bob", null)));
        assertEquals(List.of(JsonSerialization.writeValueAsString(line("alice", null)), JsonSerialization.writeValueAsString(line("bob", null))),
                Files.readAllLines(file));
    }

    @Test
    void sheetWithoutAPasswordIsLeftOutAndTold() throws IOException {
        CreatedCredentialRepresentation[] lines = { line("alice", null), line("bob", null), line("carol", null), line("dave", null), line("erin", null) };
        List<String> passwords = List.of("E-4711 \u00E9", "a\u0001b", " ", "\u05D0a", "\u00AD\u200B\u1806");
        for (int i = 0; i < lines.length; i++) {
            lines[i].setAttributes(Map.of("employeeNumber", List.of(passwords.get(i))));
        }
        SheetStyle style = CommandLine.populateCommand(new SheetOptions()).style();

        List<String> left = new PdfPerUserOutput(directory, style, "employeeNumber", "department", null).write(lines(lines));

        assertEquals(List.of("bob", "carol", "dave", "erin"), left.stream().map(message -> message.substring(0, message.indexOf(':'))).toList());
        assertEquals(List.of("alice.pdf"), Arrays.asList(directory.toFile().list()));
        File file = directory.resolve("alice.pdf").toFile();
        assertThrows(InvalidPasswordException.class, () -> Loader.loadPDF(file));
        Loader.loadPDF(file, passwords.get(0)).close();
    }

    @Test
    void isRefusedWhereFilesAreUnlessTheyMayBeReplaced() throws IOException {
        Path file = Files.writeString(directory.resolve("staff.csv"), "old");
        assertTrue(refusal(new CsvOutput(file, "department", null), false).contains("exists"));
        assertTrue(refusal(new PngOutput(directory), false).contains("has files"));
        new CsvOutput(file, "department", null).check(true);
        new PngOutput(directory).check(true);
        assertEquals("old", Files.readString(file));
    }

    @Test
    void isRefusedWhereNoFileCanBe() throws IOException {
        Path file = Files.createFile(directory.resolve("staff.csv"));
        assertTrue(refusal(new NdjsonOutput(directory), true).contains("is a directory"));
        assertTrue(refusal(new PngOutput(file), true).contains("is a file"));
        assertTrue(refusal(new PngOutput(file.resolve("pictures")), true).contains("can't be made"));
        assertTrue(refusal(new NdjsonOutput(directory.resolve("none/staff.ndjson")), true).contains("there is no such file or directory"));
    }

    /** In a directory of many, another user may have put something there that only this user can remove. */
    @Test
    void isRefusedWhereSomethingIsInTheWayOfItsParts() throws IOException {
        assumeTrue(directory.getFileSystem().supportedFileAttributeViews().contains("posix"));
        Files.createFile(Files.createDirectory(directory.resolve(".staff.pdf.part")).resolve("other"));
        Files.createSymbolicLink(directory.resolve("staff.csv"), directory.resolve("nowhere"));
        assertTrue(refusal(new PdfOutput(directory.resolve("staff.pdf"), STYLE, "department", null), false).startsWith("No file can be written"));
        assertTrue(refusal(new CsvOutput(directory.resolve("staff.csv"), "department", null), false).contains("exists"));
    }

    @Test
    void ownersAloneReadThem() throws IOException {
        assumeTrue(directory.getFileSystem().supportedFileAttributeViews().contains("posix"));
        Path pictures = directory.resolve("pictures");
        List<Output> outputs = List.of(new CsvOutput(directory.resolve("csv"), "department", null), new NdjsonOutput(directory.resolve("ndjson")),
                new PngOutput(pictures));
        for (Output output : outputs) {
            output.check(false);
            output.write(lines(line("alice", null)));
        }
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(pictures)));
        for (Path file : List.of(directory.resolve("csv"), directory.resolve("ndjson"), pictures.resolve("alice.png"))) {
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        }
    }

    private List<CSVRecord> table(CreatedCredentialRepresentation... lines) throws IOException {
        Path file = directory.resolve("staff.csv");
        new CsvOutput(file, "department", DAY).write(lines(lines));
        try (CSVParser rows = CSVParser.parse(Files.readString(file), CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get())) {
            return rows.getRecords();
        }
    }

    private static String refusal(Output output, boolean overwrite) {
        return assertThrows(Refusal.class, () -> output.check(overwrite)).getMessage();
    }

    private static String scan(Path picture) throws Exception {
        return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(ImageIO.read(picture.toFile())))))
                .getText();
    }

    private static Iterator<CreatedCredentialRepresentation> lines(CreatedCredentialRepresentation... lines) {
        return Arrays.asList(lines).iterator();
    }

    @Test
    void aUserWhosePasswordAPdfCantHaveGetsNoFileAndTheOthersDo() throws IOException {
        Map<String, String> passwords = new LinkedHashMap<>();
        passwords.put("alice", "1234");
        passwords.put("control", "a\u0080b");
        passwords.put("directions", "\u0627a1");
        passwords.put("hyphen", "\u00AD");
        Iterator<CreatedCredentialRepresentation> lines = passwords.entrySet().stream().map(entry -> {
            CreatedCredentialRepresentation line = line(entry.getKey(), null);
            line.setAttributes(Map.of("pin", List.of(entry.getValue())));
            return line;
        }).iterator();
        List<String> missing = new PdfPerUserOutput(directory, STYLE, "pin", "department", DAY).write(lines);
        assertEquals(List.of("control: ", "directions: ", "hyphen: "), missing.stream().map(message -> message.substring(0, message.indexOf("no file"))).toList());
        assertArrayEquals(new String[] { "alice.pdf" }, directory.toFile().list());
    }

    @ParameterizedTest
    @ValueSource(strings = { "totpSecretEncoded", "keyUri", "createdDate" })
    void aLineWithoutWhatOutputsNeedIsTold(String field) {
        CreatedCredentialRepresentation line = line("alice", null);
        assertTrue(new CreatedTotp(line, null).isComplete());
        line.getCredential().put(field, List.of());
        assertFalse(new CreatedTotp(line, null).isComplete());
        line.getCredential().put(field, "no URI");
        assertEquals("totpSecretEncoded".equals(field), new CreatedTotp(line, null).isComplete());
    }

    private static CreatedCredentialRepresentation line(String username, String firstName) {
        CreatedCredentialRepresentation line = new CreatedCredentialRepresentation();
        line.setStatus("created");
        line.setId("id of " + username);
        line.setUsername(username);
        line.setFirstName(firstName);
        line.setAttributes(Map.of("department", List.of("Sales")));
        line.setCredential(new HashMap<>(
                Map.of("issuer", "Demo Ltd", "totpSecretEncoded", "ABCD", "keyUri", keyUri(username), "createdDate", 1767225600123L)));
        return line;
    }

    private static String keyUri(String username) {
        return "otpauth://totp/Demo%20Ltd:" + username + "?secret=ABCD&issuer=Demo%20Ltd";
    }
}
