package org.keycloak.createtotp.patch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ContributionsTest {

    @TempDir
    Path root;

    @Test
    void isDoneOnce() throws IOException {
        SourceTree keycloak = new Sources(root).with(Sources.GREETER, "class Greeter {\n    int hello;\n}\n").tree();
        Contributions contributions = new Contributions(List.of(
                Sources.newFile("services/New.java", "class New {\n}\n"),
                Sources.fragment(Sources.GREETER, "class Greeter {\n    // after: hello\n    int goodbye;\n}\n")));
        List<Change> changes = contributions.changesTo(keycloak);
        assertEquals(List.of("services/New.java", Sources.GREETER), changes.stream().map(Change::path).toList());
        keycloak.write(changes);
        assertEquals(List.of(), contributions.changesTo(keycloak));
    }

    @Test
    void acceptsANewFileThatIsThereAlreadyAndRefusesOneThatDiffers() throws IOException {
        Contribution ours = Sources.newFile("a/b.txt", "one\ntwo\n");
        assertTrue(ours.changeTo(new Sources(root).with("a/b.txt", "one\r\ntwo\r\n").tree()).isEmpty());
        SourceTree keycloak = new Sources(root).with("a/b.txt", "one\n").tree();
        assertRefused(ours, keycloak);
    }

    @Test
    void acceptsAPictureThatIsThereAlreadyAndRefusesOneThatDiffers() throws IOException {
        Sources sources = new Sources(root);
        Contribution ours = new NewPicture("a/b.png", Sources.picture(3));
        sources.tree().write(ours.changeTo(sources.tree()).stream().toList());
        assertTrue(ours.changeTo(sources.tree()).isEmpty());
        String windows = new String(Sources.picture(3), StandardCharsets.ISO_8859_1).replaceAll("\r?\n", "\r\n");
        assertRefused(ours, sources.with("a/b.png", windows.getBytes(StandardCharsets.ISO_8859_1)).tree());
    }

    private static void assertRefused(Contribution ours, SourceTree keycloak) {
        assertEquals(ours.path() + ": is there already, but differs", assertThrows(MergeException.class, () -> ours.changeTo(keycloak)).getMessage());
    }
}
