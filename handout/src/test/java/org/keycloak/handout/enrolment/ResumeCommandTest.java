package org.keycloak.handout.enrolment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

import org.keycloak.handout.journal.Journal;
import org.keycloak.representations.idm.CreateTotpRepresentation;
import org.keycloak.representations.idm.CreatedCredentialRepresentation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

class ResumeCommandTest {

    @TempDir
    private Path directory;

    @Test
    void goesOnWithTheMethodThatWasTheDefaultWhenTheRunBegan() throws IOException {
        Run run = new Run(null, "demo", null, new CreateTotpRepresentation(), null, null, 0);
        try (Journal journal = Journal.create(directory.resolve("journal"), run)) {
            assertNull(ResumeCommand.credential(run, journal, false).getMethod());
            CreatedCredentialRepresentation line = new CreatedCredentialRepresentation();
            line.setStatus("created");
            line.setId("a");
            line.setCredential(Map.of("method", "phones"));
            journal.append(line);
            assertEquals("phones", ResumeCommand.credential(run, journal, false).getMethod());
        }
    }
}
