package org.keycloak.createtotp.patch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Sources in the layout of Keycloak's repository: its own, or what is to go there.
 */
final class SourceTree {

    private final Path root;
    private final Map<String, byte[]> changed;

    SourceTree(Path root) {
        this(root, Map.of());
    }

    private SourceTree(Path root, Map<String, byte[]> changed) {
        this.root = root;
        this.changed = changed;
    }

    /**
     * @return the tree as it would be with the changes, to read from
     */
    SourceTree with(Collection<Change> changes) {
        Map<String, byte[]> all = new HashMap<>(changed);
        changes.forEach(change -> all.put(change.path(), change.after()));
        return new SourceTree(root, all);
    }

    /** Keycloak's published sources hold none, unlike its repository. */
    boolean hasDocumentation() {
        return Files.exists(root.resolve("docs/pom.xml"));
    }

    /**
     * @return the paths of all files in a directory and below it; none where there is no such directory
     */
    Stream<String> files(String directory) {
        Path top = root.resolve(directory);
        if (!Files.isDirectory(top)) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.walk(top)) {
            List<Path> found = files.filter(Files::isRegularFile).toList();
            return found.stream().map(file -> root.relativize(file).toString().replace('\\', '/'));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @return the text, with its own line ends; empty where there is no such file
     * @throws MergeException where it isn't UTF-8: it could not be written back as it was
     */
    Optional<String> read(String path) {
        return content(path).map(content -> text(path, content));
    }

    private static String text(String path, byte[] content) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
        } catch (CharacterCodingException e) {
            throw new MergeException(path, "is not in UTF-8");
        }
    }

    /**
     * @return the bytes of a file, which needn't be text; empty where there is no such file
     */
    Optional<byte[]> content(String path) {
        if (changed.containsKey(path)) {
            return Optional.of(changed.get(path));
        }
        Path file = root.resolve(path);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @throws MergeException where there is no such file
     */
    String require(String path) {
        return read(path).orElseThrow(() -> new MergeException(path, "no such file in " + root));
    }

    void write(Collection<Change> changes) throws IOException {
        for (Change change : changes) {
            Path file = root.resolve(change.path());
            Files.createDirectories(file.getParent());
            Files.write(file, change.after());
        }
    }
}
