package org.keycloak.createtotp.patch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class GitPatchTest {

    private static final String LINES = IntStream.range(0, 40).mapToObj(line -> "line " + line + "\n").collect(Collectors.joining());

    @TempDir
    Path root;

    @Test
    void isWhatGitTakes() throws Exception {
        assertApplies(LINES, LINES.replace("line 5\n", "line 5\nfive and a half\n\n").replace("line 30\n", "line 30\nmore\n"));
    }

    @ParameterizedTest
    @CsvSource({"a, a/b", "a, a/b/", "a/, a/b", "a/, a/b/", "a/b, a/c/b"})
    void mindsALastLineWithoutEnd(String before, String after) throws Exception {
        assertApplies(before.replace('/', '\n'), after.replace('/', '\n'));
    }

    @Test
    void keepsWindowsLineEnds() throws Exception {
        assertApplies(LINES.replace("\n", "\r\n"), LINES.replace("\n", "\r\n").replace("line 7\r\n", "line 7\r\nmore\r\n"));
    }

    @Test
    void makesNewFiles() throws Exception {
        assertApplies(null, "a\nb\n");
        assertApplies(null, "a");
    }

    /** Its line ends are not for git to mend. */
    @ParameterizedTest
    @CsvSource({"0, false", "1, true", "60, true", "1000, false"})
    void takesPictures(int size, String autocrlf) throws Exception {
        Path file = root.resolve("images/new.png");
        Git git = new Git(root);
        git.run("config", "core.autocrlf", autocrlf);
        byte[] picture = Sources.picture(size);

        write(new Change("images/new.png", null, picture));
        git.run("apply", "--index", "--whitespace=error-all", "patch");
        assertArrayEquals(picture, Files.readAllBytes(file));
        git.run("apply", "--index", "--reverse", "patch");
        assertTrue(Files.notExists(file));

        git.run("apply", "--index", "patch");
        byte[] other = Sources.picture(size + 1);
        write(new Change("images/new.png", picture, other));
        git.run("apply", "--index", "patch");
        assertArrayEquals(other, Files.readAllBytes(file));
        git.run("apply", "--index", "--reverse", "patch");
        assertArrayEquals(picture, Files.readAllBytes(file));
    }

    @Test
    void namesTheFilesContents() throws Exception {
        Git git = new Git(root);
        Files.writeString(root.resolve("before"), "ä\n");
        String patch = GitPatch.of(List.of(new Change("file", "ä\n", "b\n")));
        assertTrue(patch.contains("index " + git.run("hash-object", "before").trim() + ".."), patch);
    }

    @Test
    void isEmptyWithoutChanges() {
        assertEquals("", GitPatch.of(List.of()));
    }

    private void assertApplies(String before, String after) throws IOException, InterruptedException {
        Path file = root.resolve("some/file.txt");
        Files.createDirectories(file.getParent());
        Files.deleteIfExists(file);
        if (before != null) {
            Files.writeString(file, before);
        }
        Git git = new Git(root);
        write(new Change("some/file.txt", before, after));
        git.run("apply", "--check", "patch");
        git.run("apply", "patch");
        assertEquals(after, Files.readString(file));
        git.run("apply", "--reverse", "--check", "patch");
    }

    private void write(Change change) throws IOException {
        Files.writeString(root.resolve("patch"), GitPatch.of(List.of(change)));
    }
}
