package org.keycloak.createtotp.patch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes our change as patches to Keycloak's sources, one a capability, and makes it there on request.
 */
public final class PatchSeries {

    private static final String ALL = "true";
    private static final String NONE = "false";

    private PatchSeries() {
    }

    /**
     * @param args Keycloak's sources (a checkout, or its published sources laid out as one); this repository; what the patches' names
     *     begin with; whether to change Keycloak's sources too: {@code true}, {@code false}, or the capability to stop after
     */
    public static void main(String... args) throws IOException {
        SourceTree keycloak = new SourceTree(Path.of(args[0]));
        String apply = args[3];
        Capabilities capabilities = Capabilities.in(Path.of(args[1]));
        List<Patch> patches = apply.equals(ALL) || apply.equals(NONE) ? capabilities.patchesFor(keycloak) : capabilities.patchesFor(keycloak, apply);
        for (Patch patch : patches) {
            write(patch, args[2] + "-" + patch.name() + ".patch", args[0]);
        }
        if (!apply.equals(NONE)) {
            keycloak.write(Patch.sum(patches));
        }
    }

    private static void write(Patch patch, String file, String keycloak) throws IOException {
        if (patch.changes().isEmpty()) {
            System.out.println(keycloak + ": has all of " + patch.name() + ", nothing to change");
            return;
        }
        Files.writeString(Path.of(file), GitPatch.of(patch.changes()));
        System.out.println(file + ": changes " + patch.changes().size() + " files of " + keycloak);
    }
}
