package org.keycloak.createtotp.patch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * All that this repository has for Keycloak. Its directories bear the names of Keycloak's own.
 */
final class Contributions {

    private static final List<String> SOURCES = List.of("core/src", "server-spi-private/src", "services/src", "tests/base/src", "docs/documentation");
    private static final String FRAGMENTS = "distribution/core/src/main/fragments";
    private static final String SERVICE_FILES = "META-INF/services/";

    private Contributions() {
    }

    static List<Contribution> in(Path repository) {
        Stream<Contribution> files = SOURCES.stream().flatMap(directory -> files(repository.resolve(directory)))
                .map(file -> file(path(repository, file), read(file)));
        Path fragments = repository.resolve(FRAGMENTS);
        return Stream.concat(files, files(fragments).map(file -> fragment(path(fragments, file), read(file)))).toList();
    }

    private static Contribution file(String path, String text) {
        return path.contains(SERVICE_FILES) ? new ServiceFile(path, text) : new NewFile(path, text);
    }

    private static Contribution fragment(String path, String text) {
        return path.endsWith(".java") ? new JavaFragment(path, text) : new IncludeFragment(path, text);
    }

    private static Stream<Path> files(Path directory) {
        if (!Files.isDirectory(directory)) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String path(Path directory, Path file) {
        return directory.relativize(file).toString().replace('\\', '/');
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
