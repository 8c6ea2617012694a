package org.keycloak.createtotp.patch;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/**
 * What changes in one of Keycloak's modules that are in a server.
 *
 * @param name as in Keycloak's repository
 * @param changes to all of Keycloak
 */
record PatchedModule(String name, Collection<Change> changes) {

    /** Those that our change touches or may touch, each after those that it needs. */
    private static final List<String> ALL = List.of("core", "server-spi-private", "model/jpa", "services");

    private static final String CLASSES = "src/main/java/";
    private static final String RESOURCES = "src/main/resources/";

    /**
     * @return those that change
     */
    static List<PatchedModule> in(Collection<Change> changes) {
        return ALL.stream().map(name -> new PatchedModule(name, changes))
                .filter(module -> !module.classes().isEmpty() || !module.changed(RESOURCES).isEmpty()).toList();
    }

    /** Compiles the classes against the server's jars, into the module's own. */
    void buildInto(Server server) throws IOException {
        try (FileSystem jar = FileSystems.newFileSystem(server.jar(name))) {
            if (!classes().isEmpty()) {
                new Compilation(name, classes(), server).into(jar.getPath("/"));
            }
            for (Change resource : changed(RESOURCES)) {
                Path entry = jar.getPath("/", resource.path().substring((name + "/" + RESOURCES).length()));
                Files.createDirectories(entry.getParent());
                Files.write(entry, resource.after());
            }
        }
    }

    private List<Change> classes() {
        return changed(CLASSES);
    }

    private List<Change> changed(String directory) {
        return changes.stream().filter(change -> change.path().startsWith(name + "/" + directory)).toList();
    }
}
