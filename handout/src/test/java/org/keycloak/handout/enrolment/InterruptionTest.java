package org.keycloak.handout.enrolment;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class InterruptionTest {

    @Test
    void adviceNamesTheJournalAsSeenFromHere() {
        assertEquals("To go on: totp-handout resume " + Path.of("sheets", "staff.pdf.journal"),
                Interruption.advice(Path.of("sheets", "staff.pdf.journal").toAbsolutePath()));
    }

    /** It may be on another drive. */
    @Test
    void adviceNamesAJournalElsewhereInFull() {
        Path elsewhere = Path.of("").toAbsolutePath().resolveSibling("staff.pdf.journal");
        assertEquals("To go on: totp-handout resume " + elsewhere, Interruption.advice(elsewhere));
    }
}
