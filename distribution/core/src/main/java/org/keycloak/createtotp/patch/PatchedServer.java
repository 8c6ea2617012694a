package org.keycloak.createtotp.patch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Puts our change into an unpacked Keycloak: the classes that are new or changed go into the jars of Keycloak's modules.
 */
public final class PatchedServer {

    /** No server has it. */
    private static final String ADMIN_CLIENT = "integration/admin-client/src/main/java";

    private PatchedServer() {
    }

    /**
     * @param args Keycloak's sources, laid out as its repository; this repository; an unpacked distribution of the same version;
     *     a directory of jars to compile with that it doesn't ship; a directory for the changed sources
     */
    public static void main(String... args) throws IOException {
        Path keycloak = Path.of(args[0]);
        List<Patch> patches = Capabilities.in(Path.of(args[1])).patchesFor(new SourceTree(keycloak));
        Server server = new Server(Path.of(args[2]), Path.of(args[3]));
        for (int count = 1; count < patches.size(); count++) {
            Collection<Change> first = Patch.sum(patches.subList(0, count));
            new Compilation(patches.get(count - 1).name(), classes(first), server).check(keycloak.resolve(ADMIN_CLIENT));
        }
        Collection<Change> changes = Patch.sum(patches);
        new SourceTree(Path.of(args[4])).write(changes);
        List<PatchedModule> modules = PatchedModule.in(changes);
        for (PatchedModule module : modules) {
            module.buildInto(server);
        }
        System.out.println(server.directory() + ": patched " + modules.stream().map(PatchedModule::name).collect(Collectors.joining(", ")));
    }

    /** Whoever takes the first patches only is to have something that compiles. */
    private static List<Change> classes(Collection<Change> changes) {
        return changes.stream().filter(change -> change.path().contains("/src/main/java/")).toList();
    }
}
