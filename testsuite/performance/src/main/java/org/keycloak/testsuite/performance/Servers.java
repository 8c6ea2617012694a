package org.keycloak.testsuite.performance;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Starts servers that differ in the provider jar only. Each begins with an empty database.
 *
 * @param distribution Keycloak's zip
 * @param database name of the database in {@link Options#databases}
 */
record Servers(Path distribution, Path jar, String database, List<String> features) {

    Server stock() throws Exception {
        return Server.start(unpack("stock"), Database.start(database), features);
    }

    Server withJar() throws Exception {
        Path home = unpack("with-jar");
        Files.copy(jar, home.resolve("providers").resolve(jar.getFileName()));
        return Server.start(home, Database.start(database), features);
    }

    private Path unpack(String name) throws IOException, InterruptedException {
        Path directory = Path.of("servers", name).toAbsolutePath();
        if (Files.exists(directory)) {
            try (Stream<Path> old = Files.walk(directory)) {
                old.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
            }
        }
        Files.createDirectories(directory);
        Path unpacker = Path.of(System.getProperty("java.home"), "bin", "jar");
        new ProcessBuilder(unpacker.toString(), "-xf", distribution.toString()).directory(directory.toFile()).inheritIO().start().waitFor();
        try (Stream<Path> homes = Files.list(directory)) {
            return homes.findFirst().orElseThrow(() -> new IOException("Not unpacked: " + distribution));
        }
    }
}
