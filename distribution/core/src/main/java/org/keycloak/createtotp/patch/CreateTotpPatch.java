package org.keycloak.createtotp.patch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

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
        Plan plan = Plan.of(Contributions.in(Path.of(args[1])), keycloak);
        Files.writeString(Path.of(args[2]), GitPatch.of(plan.changes()));
        if (Boolean.parseBoolean(args[3])) {
            keycloak.write(plan.changes());
        }
        System.out.println(args[2] + ": " + plan.changes().size() + " files to change in " + args[0]);
    }
}
