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

/** A server of two modules, made up. */
class PatchedServerTest {

    private static final String SERIES = "distribution/core/src/main/series/";
    private static final String GREETING = "core/src/main/java/demo/Greeting.java";

    @TempDir
    Path root;

    private Path repository;

    @BeforeEach
    void sources() throws IOException {
        for (String directory : List.of("keycloak", "compile-only", "server/lib/lib/boot", "server/lib/lib/main", "repository/" + SERIES + "1-greeting")) {
            Files.createDirectories(root.resolve(directory));
        }
        empty(jar("core"));
        empty(jar("model-jpa"));
        repository = root.resolve("repository");
        new Sources(repository)
                .with(GREETING, "package demo;\n\npublic class Greeting {\n\n    Tongue tongue;\n}\n")
                .with("core/src/main/java/demo/Tongue.java", "package demo;\n\npublic class Tongue {\n}\n")
                .with("model/jpa/src/main/java/demo/jpa/Tongues.java", "package demo.jpa;\n\nclass Tongues extends demo.Greeting {\n}\n")
                .with("model/jpa/src/main/resources/META-INF/services/demo.Greeting", "demo.jpa.Tongues\n")
                .with(SERIES + "2-tongues/files", "core/**/Tongue.java\nmodel/jpa/**\n");
    }

    @Test
    void compilesTheFirstPatchWithoutTheSecond() {
        MergeException refused = assertThrows(MergeException.class, this::patch);
        assertTrue(refused.getMessage().startsWith("greeting: the merged classes don't compile with " + root.resolve("server") + "\n"), refused.getMessage());
        assertTrue(refused.getMessage().contains(GREETING + ":5: "), refused.getMessage());
    }

    @Test
    void putsAllPatchesIntoTheJarsOfTheirModules() throws IOException {
        new Sources(repository).with(SERIES + "2-tongues/members", GREETING + "\n    tongue\n");
        patch();
        assertEquals(List.of("demo/Greeting.class", "demo/Tongue.class"), entries(jar("core")));
        assertEquals(List.of("META-INF/services/demo.Greeting", "demo/jpa/Tongues.class"), entries(jar("model-jpa")));
    }

    private void patch() throws IOException {
        PatchedServer.main(root.resolve("keycloak").toString(), repository.toString(), root.resolve("server").toString(),
                root.resolve("compile-only").toString(), root.resolve("work").toString());
    }

    private Path jar(String module) {
        return root.resolve("server/lib/lib/main/org.keycloak.keycloak-" + module + "-26.7.0.jar");
    }

    private static void empty(Path jar) throws IOException {
        new JarOutputStream(Files.newOutputStream(jar)).close();
    }

    private static List<String> entries(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.stream().filter(entry -> !entry.isDirectory()).map(JarEntry::getName).sorted().toList();
        }
    }
}
