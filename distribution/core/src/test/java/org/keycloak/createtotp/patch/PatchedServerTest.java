package org.keycloak.createtotp.patch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A made-up series for a made-up server. */
class PatchedServerTest {

    private static final String SERIES = "repository/distribution/core/src/main/series/";
    private static final List<String> MODULES = List.of("core", "server-spi-private", "model-jpa", "services");

    @TempDir
    Path root;

    @BeforeEach
    void sources() throws IOException {
        Files.createDirectories(root.resolve("keycloak"));
        for (String module : MODULES) {
            Files.createDirectories(jar(module).getParent());
            new JarOutputStream(Files.newOutputStream(jar(module))).close();
        }
        write("repository/core/src/main/java/demo/Greeting.java", "package demo;\n\npublic class Greeting {\n\n    record Tone(int pitch) {\n    }\n}\n");
        write("repository/core/src/main/java/demo/Tongue.java", "package demo;\n\npublic class Tongue extends Greeting {\n}\n");
        write("repository/model/jpa/src/main/java/demo/jpa/Tongues.java", "package demo.jpa;\n\nclass Tongues extends demo.Tongue {\n}\n");
        write("repository/model/jpa/src/main/resources/META-INF/services/demo.Tongue", "demo.jpa.Tongues\n");
        write(SERIES + "1-greeting/files", "core/src/**\n");
        write(SERIES + "2-tongues/files", "core/src/**/Tongue.java\nmodel/jpa/src/**\n");
        for (String capability : List.of("1-greeting", "2-tongues")) {
            write(SERIES + capability + "/fragments/docs/none.adoc", "// after: nothing\n");
        }
    }

    @Test
    void putsAllPatchesIntoTheJarsOfTheirModules() throws IOException {
        patch();

        assertEquals(List.of("demo/Greeting$Tone.class", "demo/Greeting.class", "demo/Tongue.class"), entries("core"));
        assertEquals(List.of("META-INF/services/demo.Tongue", "demo/jpa/Tongues.class"), entries("model-jpa"));
    }

    @Test
    void compilesTheFirstPatchWithoutTheSecond() throws IOException {
        write("repository/core/src/main/java/demo/Greeting.java", "package demo;\n\npublic class Greeting {\n\n    Tongue tongue;\n}\n");

        String refusal = assertThrows(IllegalStateException.class, this::patch).getMessage();

        assertTrue(refusal.startsWith("greeting: javac failed\n") && refusal.contains("Greeting.java:5: "), refusal);
    }

    private void patch() throws IOException {
        PatchedServer.main(root.resolve("keycloak").toString(), root.resolve("work").toString(), root.resolve("server").toString(), root.resolve("repository").toString());
    }

    private void write(String path, String text) throws IOException {
        Files.createDirectories(root.resolve(path).getParent());
        Files.writeString(root.resolve(path), text);
    }

    private Path jar(String module) {
        return root.resolve("server/lib/lib/main/org.keycloak.keycloak-" + module + "-26.7.0.jar");
    }

    private List<String> entries(String module) throws IOException {
        try (JarFile file = new JarFile(jar(module).toFile())) {
            return file.stream().filter(entry -> !entry.isDirectory()).map(JarEntry::getName).sorted().toList();
        }
    }
}
