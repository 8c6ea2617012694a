package org.keycloak.createtotp.patch;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What one patch adds to Keycloak's tree. The directories here bear the names of Keycloak's own.
 */
record Contributions(List<Contribution> contributions) {

    private static final List<String> SOURCES = List.of("core/src", "server-spi-private/src", "services/src", "tests/base/src", "docs/documentation");
    private static final String FRAGMENTS = "distribution/core/src/main/fragments";
    private static final String SERVICE_FILES = "META-INF/services/";

    /** All that this repository has for Keycloak. */
    static Contributions in(Path repository) {
        SourceTree files = new SourceTree(repository);
        SourceTree fragments = new SourceTree(repository.resolve(FRAGMENTS));
        return new Contributions(Stream.concat(
                SOURCES.stream().flatMap(files::files).map(path -> file(path, files.require(path))),
                fragments.files("").map(path -> fragment(path, fragments.require(path)))).toList());
    }

    /**
     * All changes, made up before the first one is written: where one can't be made, none is.
     *
     * @return in the order of their paths, as git has them; none for a tree that has them all
     * @throws MergeException where a contribution doesn't fit the tree
     */
    List<Change> changesTo(SourceTree keycloak) {
        return contributions.stream()
                .map(contribution -> contribution.changeTo(keycloak))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(Change::path))
                .toList();
    }

    private static Contribution file(String path, String text) {
        return path.contains(SERVICE_FILES) ? new ServiceFile(path, text) : new NewFile(path, text);
    }

    private static Contribution fragment(String path, String text) {
        return path.endsWith(".java") ? new JavaFragment(path, text) : new IncludeFragment(path, text);
    }
}
