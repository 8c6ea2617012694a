package org.keycloak.createtotp.patch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Stream;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** The real git, in one directory. */
final class Git {

    private final Path directory;

    Git(Path directory) throws IOException, InterruptedException {
        this.directory = directory;
        run("init", "--quiet");
        run("config", "core.autocrlf", "false");
    }

    String run(String... arguments) throws IOException, InterruptedException {
        Process git = new ProcessBuilder(Stream.concat(Stream.of("git"), Stream.of(arguments)).toList())
                .directory(directory.toFile()).redirectErrorStream(true).start();
        String output = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, git.waitFor(), output);
        return output;
    }
}
