package org.keycloak.services.resources.admin.desk;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/** The page's own files, without the libraries. */
final class PageSources {

    static final Path ROOT = Path.of("src/main/resources/theme-resources");
    static final Path DIRECTORY = ROOT.resolve("resources/totp-desk");
    private static final Path LIBRARIES = Path.of("target/generated-resources/theme-resources/resources/totp-desk");

    private PageSources() {
    }

    static List<Path> scripts() {
        return list(DIRECTORY, ".js");
    }

    static List<Path> messages() {
        return list(ROOT.resolve("messages"), ".properties");
    }

    /** As {@link DeskFiles} looks for files. */
    static InputStream open(String name) throws IOException {
        return Stream.of(DIRECTORY, LIBRARIES).map(directory -> directory.resolve(name)).filter(Files::exists).map(PageSources::open).findFirst().orElse(null);
    }

    private static InputStream open(Path file) {
        try {
            return Files.newInputStream(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Properties properties(Path file) throws IOException {
        Properties properties = new Properties();
        properties.load(new StringReader(read(file)));
        return properties;
    }

    private static List<Path> list(Path directory, String end) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(end)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
