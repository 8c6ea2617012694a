package org.keycloak.handout.journal;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

class PrivateFilesTest {

    @TempDir
    private Path directory;

    @Test
    void areTheirOwnersFromTheFirstByte() throws IOException {
        assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
        Path file = directory.resolve("a/b/staff.csv");
        PrivateFiles.createDirectories(file.getParent());
        PrivateFiles.replace(file, out -> assertEquals("rw-------", mode(part(file))));
        assertEquals("rw-------", mode(file));
        assertEquals("rwx------", mode(directory.resolve("a")));
        assertEquals("rwx------", mode(directory.resolve("a/b")));
    }

    @Test
    void takeThePlaceOfAFileThatOthersCouldRead() throws IOException {
        assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
        Path file = Files.writeString(directory.resolve("staff.csv"), "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        PrivateFiles.replace(file, out -> out.write('n'));
        assertEquals("n", Files.readString(file));
        assertEquals("rw-------", mode(file));
    }

    @Test
    void leaveTheOldFileAndNothingElseIfWritingFails() throws IOException {
        Path file = Files.writeString(directory.resolve("staff.csv"), "old");
        assertThrows(IOException.class, () -> PrivateFiles.replace(file, out -> {
            out.write(new byte[100_000]);
            throw new IOException("disk full");
        }));
        assertEquals("old", Files.readString(file));
        try (Stream<Path> files = Files.list(directory)) {
            assertEquals(1, files.count());
        }
    }

    @Test
    void replaceThePartThatAKilledProgramLeft() throws IOException {
        Path file = directory.resolve("staff.csv");
        Files.writeString(part(file), "much older and longer");
        PrivateFiles.replace(file, out -> out.write('n'));
        assertEquals("n", Files.readString(file));
    }

    private static Path part(Path file) {
        return file.resolveSibling("." + file.getFileName() + ".part");
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
