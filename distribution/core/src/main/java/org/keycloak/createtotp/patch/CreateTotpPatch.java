package org.keycloak.createtotp.patch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes our change as a patch to Keycloak's sources, and makes it there on request.
 */
public final class CreateTotpPatch {

    private CreateTotpPatch() {
    }

    /**
     * @param args Keycloak's sources (a checkout, or its published sources laid out as one); this repository; the patch to write;
     *     {@code true} to change Keycloak's sources too
     */
    public static void main(String... args) throws IOException {
        SourceTree keycloak = new SourceTree(Path.of(args[0]));
        List<Change> changes = Contributions.in(Path.of(args[1])).changesTo(keycloak);
        if (changes.isEmpty()) {
            System.out.println(args[0] + ": has it all, nothing to change");
            return;
        }
        Files.writeString(Path.of(args[2]), GitPatch.of(changes));
        if (Boolean.parseBoolean(args[3])) {
            keycloak.write(changes);
        }
        System.out.println(args[2] + ": changes " + changes.size() + " files of " + args[0]);
    }
}
