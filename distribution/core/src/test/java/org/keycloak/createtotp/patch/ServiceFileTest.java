package org.keycloak.createtotp.patch;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ServiceFileTest {

    private static final String PATH = "services/src/main/resources/META-INF/services/demo.Spi";

    @TempDir
    Path root;

    private final Contribution ours = new ServiceFile(PATH, "# ours\ndemo.Ours\n");

    @Test
    void isNew() {
        assertEquals("# ours\ndemo.Ours\n", new Sources(root).after(ours));
    }

    @Test
    void joinsThoseThatAreThere() throws IOException {
        assertEquals("demo.Theirs\ndemo.Ours\n", new Sources(root).with(PATH, "demo.Theirs\n").after(ours));
        assertEquals("demo.Theirs\ndemo.Ours\n", new Sources(root).with(PATH, "demo.Theirs").after(ours));
        assertEquals("demo.Theirs\r\ndemo.Ours\r\n", new Sources(root).with(PATH, "demo.Theirs\r\n").after(ours));
    }

    @Test
    void isThereAlready() throws IOException {
        assertTrue(ours.changeTo(new Sources(root).with(PATH, "demo.Theirs\n demo.Ours # since today\n").tree()).isEmpty());
    }
}
