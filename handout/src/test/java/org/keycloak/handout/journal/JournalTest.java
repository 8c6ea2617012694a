package org.keycloak.handout.journal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.keycloak.handout.server.Refusal;
import org.keycloak.representations.idm.CreatedCredentialRepresentation;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

class JournalTest {

    private record Run(String realm, List<String> groups) {
    }

    private static final Run RUN = new Run("demo", List.of("/staff"));

    @TempDir
    private Path directory;
    private Path path;

    @BeforeEach
    void choosePath() {
        path = directory.resolve("staff.pdf.journal");
    }

    @Test
    void hasTheHeaderTheNotesAndTheLastLineOfEachUserInTheOrderOfTheFirst() throws IOException {
        write(line("b", "key-1"), line("a", "key-2"), line("c", "key-3"), line("b", "key-4"));
        try (Journal journal = Journal.open(path)) {
            assertEquals(RUN, journal.header(Run.class));
            assertEquals(Map.of("activateWithin", 3600), journal.notes());
            assertEquals(List.of("b", "a", "c"), List.copyOf(journal.acknowledged()));
            assertEquals(List.of("key-4", "key-2", "key-3"), keys(journal));
            journal.append(line("\u00E4", "key-5"));
            assertEquals(List.of("key-4", "key-2", "key-3", "key-5"), keys(journal));
        }
    }

    @Test
    void forgetsALineThatWasCutOffAnywhereAndGoesOn() throws IOException {
        write(line("a", "key-1"));
        byte[] whole = Files.readAllBytes(path);
        write(line("a", "key-1"), line("\u00E4", "key-2"));
        byte[] longer = Files.readAllBytes(path);
        for (int length = whole.length; length < longer.length; length++) {
            Files.write(path, Arrays.copyOf(longer, length));
            try (Journal journal = Journal.open(path)) {
                assertEquals(Set.of("a"), journal.acknowledged());
                journal.append(line("\u00E4", "key-2"));
            }
            assertEquals(new String(longer, StandardCharsets.UTF_8), Files.readString(path));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "{\"id\":\"a\",\"status\":\"created\",\"crede", "\0\0\0\0", "", "null", "[]", "{}", "{\"header\":{}}", "{\"note\":null}",
            "{\"note\":1}", "{\"id\":\"a\",\"status\":\"failed\"}" })
    void isRefusedIfItIsDamagedInTheMiddle(String damaged) throws IOException {
        write(line("a", "key-1"));
        List<String> lines = new ArrayList<>(Files.readAllLines(path));
        lines.add(2, damaged);
        Files.write(path, lines);
        String message = assertThrows(Refusal.class, () -> Journal.open(path)).getMessage();
        assertTrue(message.contains("damaged in line 3"), message);
        assertFalse(message.contains("crede"), message);
        assertEquals(lines, Files.readAllLines(path));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "My notes", "My notes\nof today", "{\"id\":\"a\",\"status\":\"created\",\"credential\":{}}\n{" })
    void leavesAFileThatIsNoJournalAsItIs(String content) throws IOException {
        write();
        Files.writeString(path, content);
        assertTrue(assertThrows(Refusal.class, () -> Journal.open(path)).getMessage().contains("is not the journal"));
        assertEquals(content, Files.readString(path));
    }

    @Test
    void leavesALineOutUntilItIsOpenedAgain() throws IOException {
        write(line("a", "key-1"), line("b", "key-2"));
        try (Journal journal = Journal.open(path)) {
            journal.leaveOut("a");
            assertEquals(Set.of("b"), journal.acknowledged());
            assertEquals(List.of("key-2"), keys(journal));
        }
        try (Journal journal = Journal.open(path)) {
            assertEquals(Set.of("a", "b"), journal.acknowledged());
        }
    }

    @Test
    void isOpenOnce() throws IOException {
        try (Journal journal = Journal.create(path, RUN)) {
            assertTrue(assertThrows(Refusal.class, () -> Journal.open(journal.path())).getMessage().contains("in use by another run"));
        }
        Journal.open(path).close();
    }

    @Test
    void isNotBegunTwice() throws IOException {
        write(line("a", "key-1"));
        assertTrue(assertThrows(Refusal.class, () -> Journal.create(path, RUN)).getMessage().contains("totp-handout resume " + path));
        assertEquals(3, Files.readAllLines(path).size());
    }

    @Test
    void isItsOwnersAndGoneInTheEnd() throws IOException {
        assumeTrue(directory.getFileSystem().supportedFileAttributeViews().contains("posix"));
        Journal journal = Journal.create(path, RUN);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(path)));
        journal.remove();
        assertFalse(Files.exists(path));
        assertTrue(assertThrows(Refusal.class, () -> Journal.open(path)).getMessage().contains("doesn't exist"));
    }

    @Test
    void takesALineOfAUserWithManyAttributes() throws IOException {
        CreatedCredentialRepresentation line = line("a", "key-1");
        line.setAttributes(Map.of("department", List.of("x".repeat(5_000_000))));
        write(line, line("b", "key-2"));
        try (Journal journal = Journal.open(path)) {
            assertEquals(List.of("key-1", "key-2"), keys(journal));
        }
    }

    @Test
    void isRefusedIfOthersCanHaveChangedIt() throws IOException {
        assumeTrue(directory.getFileSystem().supportedFileAttributeViews().contains("posix"));
        write(line("a", "key-1"));
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-rw----"));
        assertTrue(assertThrows(Refusal.class, () -> Journal.open(path)).getMessage().contains("isn't yours alone"));
    }

    private void write(CreatedCredentialRepresentation... lines) throws IOException {
        Files.deleteIfExists(path);
        try (Journal journal = Journal.create(path, RUN)) {
            journal.note("activateWithin", 3600);
            for (CreatedCredentialRepresentation line : lines) {
                journal.append(line);
            }
        }
    }

    private static List<Object> keys(Journal journal) {
        List<Object> keys = new ArrayList<>();
        journal.lines().forEachRemaining(line -> keys.add(line.getCredential().get("totpSecretEncoded")));
        return keys;
    }

    private static CreatedCredentialRepresentation line(String id, String key) {
        CreatedCredentialRepresentation line = new CreatedCredentialRepresentation();
        line.setStatus("created");
        line.setId(id);
        line.setCredential(Map.of("totpSecretEncoded", key));
        return line;
    }
}
