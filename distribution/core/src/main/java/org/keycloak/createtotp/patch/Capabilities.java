package org.keycloak.createtotp.patch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * All that this repository has for Keycloak: one patch a capability, each for the tree that the one before leaves.
 */
record Capabilities(List<Capability> capabilities, OwnFiles files) {

    private static final String SERIES = "distribution/core/src/main/series";

    static Capabilities in(Path repository) throws IOException {
        try (Stream<Path> directories = Files.list(repository.resolve(SERIES))) {
            List<Capability> capabilities = directories.filter(Files::isDirectory).sorted().map(Capability::in).toList();
            return new Capabilities(capabilities, OwnFiles.in(new SourceTree(repository), capabilities));
        }
    }

    /**
     * All patches, made up before the first one is written: where one can't be made, none is.
     *
     * @return without changes where the tree has the capability
     * @throws MergeException where a contribution doesn't fit the tree
     */
    List<Patch> patchesFor(SourceTree keycloak) {
        return patches(keycloak, capabilities.size());
    }

    /**
     * @param last name of the last capability to add
     */
    List<Patch> patchesFor(SourceTree keycloak, String last) {
        int number = names().indexOf(last);
        if (number < 0) {
            throw new IllegalArgumentException("no capability " + last + ": there are " + String.join(", ", names()));
        }
        return patches(keycloak, number + 1);
    }

    private List<String> names() {
        return capabilities.stream().map(Capability::name).toList();
    }

    private List<Patch> patches(SourceTree keycloak, int count) {
        List<Patch> patches = new ArrayList<>();
        SourceTree tree = keycloak;
        for (int number = 0; number < count; number++) {
            Patch patch = new Patch(capabilities.get(number).name(), contributions(number).changesTo(tree));
            patches.add(patch);
            tree = tree.with(patch.changes());
        }
        return patches;
    }

    private Contributions contributions(int number) {
        SourceTree fragments = capabilities.get(number).fragments();
        return new Contributions(Stream.concat(files.contributions(number),
                fragments.files("").map(path -> fragment(path, fragments.require(path), number))).toList());
    }

    private Contribution fragment(String path, String text, int number) {
        if (path.endsWith("pom.xml")) {
            return new VersionFragment(path, text);
        }
        if (!path.endsWith(".java")) {
            return new IncludeFragment(path, text);
        }
        return new JavaFragment(path, text, new OtherFragments(fragments(path, 0, number), fragments(path, number + 1, capabilities.size())));
    }

    private List<JavaSource> fragments(String path, int from, int to) {
        return capabilities.subList(from, to).stream().flatMap(capability -> capability.fragments().read(path).stream())
                .map(text -> JavaSource.of(path, text)).toList();
    }
}
