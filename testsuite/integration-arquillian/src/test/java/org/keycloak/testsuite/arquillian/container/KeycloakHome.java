package org.keycloak.testsuite.arquillian.container;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;

/**
 * A server's directory: unpacked, not yet running.
 */
record KeycloakHome(Path directory) {

    /** Unpacks Keycloak's distribution, without the directory that the zip file has around it. */
    static KeycloakHome unzip(Path distribution, Path directory) throws IOException {
        empty(directory);
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(distribution))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path target = directory.resolve(entry.getName().substring(entry.getName().indexOf('/') + 1)).normalize();
                if (!target.startsWith(directory)) {
                    throw new IOException(distribution + " holds a path that leads out of it: " + entry.getName());
                }
                if (!entry.isDirectory()) {
                    Files.createDirectories(target.getParent());
                    Files.copy(zip, target);
                }
            }
        }
        return new KeycloakHome(directory);
    }

    static KeycloakHome copy(Path server, Path directory) throws IOException {
        empty(directory);
        copyFiles(server, directory);
        return new KeycloakHome(directory);
    }

    static void copyFiles(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file));
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }

    void addProviders(List<Archive<?>> jars) throws IOException {
        Path providers = Files.createDirectories(directory.resolve("providers"));
        for (Archive<?> jar : jars) {
            try (InputStream content = jar.as(ZipExporter.class).exportAsInputStream()) {
                Files.copy(content, providers.resolve(jar.getName()));
            }
        }
    }

    /** Run by the shell: a zip file doesn't say which files can be executed. */
    List<String> kc() {
        return List.of("bash", directory.resolve("bin").resolve("kc.sh").toString());
    }

    static void empty(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        Files.createDirectories(directory);
    }
}
