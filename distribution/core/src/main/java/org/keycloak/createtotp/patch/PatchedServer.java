package org.keycloak.createtotp.patch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Puts our change into an unpacked Keycloak: the classes that are new or changed go into the jars of Keycloak's modules.
 */
public final class PatchedServer {

    private static final List<String> MODULES = List.of("core", "server-spi-private", "services");

    private PatchedServer() {
    }

    /**
     * @param args Keycloak's sources, laid out as its repository; this repository; an unpacked distribution of the same version;
     *     a directory of jars to compile with that it doesn't ship; a directory for sources and classes in between
     */
    public static void main(String... args) throws IOException {
        SourceTree keycloak = new SourceTree(Path.of(args[0]));
        List<Change> changes = Contributions.in(Path.of(args[1])).changesTo(keycloak);
        Server server = new Server(Path.of(args[2]), Path.of(args[3]));
        Path work = Path.of(args[4]);
        new SourceTree(work).write(changes);
        for (String module : MODULES) {
            new PatchedModule(module, work.resolve(module), server).build(changes);
        }
        System.out.println(server.directory() + ": patched " + String.join(", ", MODULES));
    }
}
