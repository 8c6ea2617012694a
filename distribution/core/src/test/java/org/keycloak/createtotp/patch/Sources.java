package org.keycloak.createtotp.patch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A source tree made up for one test. */
final class Sources {

    static final String GREETER = "services/src/main/java/demo/Greeter.java";

    private final Path root;

    Sources(Path root) {
        this.root = root;
    }

    Sources with(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return this;
    }

    String text(String path) throws IOException {
        return Files.readString(root.resolve(path));
    }

    SourceTree tree() {
        return new SourceTree(root);
    }

    /** The file as the contribution would have it. */
    String after(Contribution contribution) {
        return contribution.changeTo(tree()).orElseThrow().after();
    }
}
