package org.keycloak.createtotp.patch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A source tree made up for one test. */
final class Sources {

    static final String GREETER = "services/src/main/java/demo/Greeter.java";

    private final Path root;

    /** One that is alone in its series. */
    static JavaFragment fragment(String path, String text) {
        return new JavaFragment(path, text, new OtherFragments(List.of(), List.of()));
    }

    /** One that stays as it is. */
    static NewFile newFile(String path, String text) {
        return new NewFile(path, Optional.empty(), text, List.of());
    }

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
