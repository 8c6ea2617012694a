package org.keycloak.handout.enrolment;

import java.io.IOException;
import java.nio.file.Path;

import org.keycloak.handout.server.Refusal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class OutputsPlacesTest {

    @TempDir
    private Path directory;

    @Test
    void theJournalIsNoOutput() {
        assertRefused(outputs(path("a.pdf"), path("a.csv"), null), path("a.csv"));
        Outputs csv = outputs(path("a.pdf"), path("a.pdf.journal"), null);
        assertRefused(csv, csv.journal());
    }

    @Test
    void noFileIsWhereAUsersFileCouldHaveItsName() throws IOException {
        assertRefused(outputs(path("png/all.pdf"), null, path("png")), path("journal"));
        assertRefused(outputs(null, null, path("png")), path("png/alice.png"));
        outputs(path("all.pdf"), null, path("png")).check(path("journal"));
    }

    private static void assertRefused(Outputs outputs, Path journal) {
        assertTrue(assertThrows(Refusal.class, () -> outputs.check(journal)).getMessage().contains("Name another"));
    }

    private static Outputs outputs(Path pdf, Path csv, Path png) {
        return new Outputs(pdf, null, null, csv, png, null, false, "department");
    }

    private Path path(String name) {
        return directory.resolve(name);
    }
}
