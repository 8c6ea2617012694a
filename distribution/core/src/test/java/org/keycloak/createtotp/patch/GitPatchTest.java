package org.keycloak.createtotp.patch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    /** Of sizes that fill no line, one, and several; base 85 takes four bytes at a time. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 51, 52, 53, 1000})
    void takesPictures(int size) throws Exception {
        byte[] picture = new byte[size];
        new Random(size).nextBytes(picture);
        Files.write(root.resolve("original.png"), picture);
        SourceTree tree = new SourceTree(root);
        Git git = new Git(root);

        Files.writeString(root.resolve("patch"), GitPatch.of(List.of(new Change("new.png", null, tree.require("original.png")))));
        git.run("apply", "patch");
        assertArrayEquals(picture, Files.readAllBytes(root.resolve("new.png")));

        Files.writeString(root.resolve("patch"), GitPatch.of(List.of(new Change("new.png", tree.require("new.png"), "\u0089PNG\r\n"))));
        git.run("apply", "patch");
        assertEquals("\u0089PNG\r\n", tree.require("new.png"));
        git.run("apply", "--reverse", "patch");
        assertArrayEquals(picture, Files.readAllBytes(root.resolve("new.png")));
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
        Files.writeString(root.resolve("patch"), GitPatch.of(List.of(new Change("some/file.txt", before, after))));
        git.run("apply", "--check", "patch");
        git.run("apply", "patch");
        assertEquals(after, Files.readString(file));
        git.run("apply", "--reverse", "--check", "patch");
    }
}
