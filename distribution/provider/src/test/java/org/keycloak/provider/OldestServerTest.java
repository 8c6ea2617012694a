package org.keycloak.provider;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * The jar is compiled against a newer server than the oldest that it is for. A class that this server lacks would be missed only when it is used. A method
 * reference names the class that declares the method, and a lambda the class that it is called on: so they can differ.
 */
class OldestServerTest {

    private static final Path OLDEST = Path.of("target", "oldest-keycloak");

    @Test
    void classesThatTheOldestServerLacksAreNotNamed() throws IOException {
        List<Path> oldest = files(OLDEST);
        List<String> replaced = oldest.stream().map(file -> file.getFileName().toString().replaceFirst("-[0-9].*", "")).toList();
        List<Path> classpath = Stream.of(System.getProperty("surefire.test.class.path").split(File.pathSeparator)).map(Path::of).toList();
        List<Path> ours = classpath.stream().filter(OldestServerTest::isOurs).toList();
        String others = Stream.concat(oldest.stream(), classpath.stream().filter(file -> !ours.contains(file) && replaced.stream().noneMatch(name ->
                file.getFileName().toString().matches(name + "-[0-9].*")))).map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        assertTrue(ours.size() > 3, classpath::toString);

        for (Path module : ours) {
            StringWriter out = new StringWriter();
            ToolProvider.findFirst("jdeps").orElseThrow().run(new PrintWriter(out), new PrintWriter(out), "--multi-release", "base", "--missing-deps",
                    "--class-path", others + File.pathSeparator + ours.stream().filter(other -> !other.equals(module)).map(Path::toString)
                    .collect(Collectors.joining(File.pathSeparator)), module.toString());
            assertEquals(List.of(), out.toString().lines().filter(line -> line.contains("-> org.keycloak.")).toList());
        }
    }

    private static boolean isOurs(Path file) {
        String name = file.toString();
        return name.endsWith("classes") && !name.endsWith("test-classes") || file.getFileName().toString().startsWith("keycloak-create-totp");
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList();
        }
    }
}
