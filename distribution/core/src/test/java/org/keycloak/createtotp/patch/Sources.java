package org.keycloak.createtotp.patch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** A source tree made up for one test. */
final class Sources {

    static final String GREETER = "services/src/main/java/demo/Greeter.java";

    private static final String PNG = "\u0089PNG\r\n\u001a\n\0\0\0";

    private final Path root;

    /** One that is alone in its series. */
    static JavaFragment fragment(String path, String text) {
        return new JavaFragment(path, text, new OtherFragments(List.of(), List.of()));
    }

    /** One that stays as it is. */
    static NewFile newFile(String path, String text) {
        return new NewFile(path, Optional.empty(), text, List.of());
    }

    /** A file that begins as each PNG does, and goes on at random: it is told from text by its beginning. */
    static byte[] picture(int size) {
        byte[] noise = new byte[size];
        new Random(size).nextBytes(noise);
        return ByteBuffer.allocate(PNG.length() + size).put(PNG.getBytes(StandardCharsets.ISO_8859_1)).put(noise).array();
    }

    Sources(Path root) {
        this.root = root;
    }

    Sources with(String path, String text) throws IOException {
        return with(path, text.getBytes(StandardCharsets.UTF_8));
    }

    Sources with(String path, byte[] content) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
        return this;
    }

    /** A repository has a place for documentation, published sources have none. */
    Sources withDocumentation() throws IOException {
        return with("docs/pom.xml", "<project/>");
    }

    String text(String path) throws IOException {
        return Files.readString(root.resolve(path));
    }

    SourceTree tree() {
        return new SourceTree(root);
    }

    /** The file as the contribution would have it. */
    String after(Contribution contribution) {
        return contribution.changeTo(tree()).orElseThrow().text();
    }
}
