package org.keycloak.handout.enrolment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.keycloak.handout.journal.Journal;

/** Makes the files of a run of what its journal has. */
final class HandedOut {

    private final Run run;
    private final Journal journal;

    HandedOut(Run run, Journal journal) {
        this.run = run;
        this.journal = journal;
    }

    /**
     * Ends the run: makes the files, and removes the journal.
     *
     * @return the exit code of the command
     * @throws UncheckedIOException if a file can't be written; the journal is kept then
     */
    int finish(Enrolment enrolment, Summary summary) throws IOException {
        boolean nobody = journal.acknowledged().isEmpty();
        Made made = nobody ? new Made(List.of(), true) : make();
        List<String> warnings = new ArrayList<>(made.warnings());
        if (made.complete()) {
            journal.remove();
        } else {
            warnings.add("The secrets of these users are in " + journal.path() + ".");
        }
        return summary.print(new Counts(journal.acknowledged().size(), null, enrolment.existing().size(), enrolment.failures()), nobody ? List.of() : run.outputs().paths(), warnings);
    }

    /** Makes the files, and keeps the journal, because the run isn't at its end. */
    int only(Summary summary) throws IOException {
        Made made = make();
        List<String> warnings = new ArrayList<>(made.warnings());
        warnings.add("The run isn't at its end. " + Interruption.advice(journal.path()));
        return summary.print(new Counts(journal.acknowledged().size(), null, 0, Map.of()), run.outputs().paths(), warnings);
    }

    private Made make() {
        try {
            return new OutputFiles(run, journal).make();
        } catch (IOException e) {
            throw new UncheckedIOException("A file can't be written: " + e.getMessage(), e);
        }
    }

    /**
     * @param warnings about users
     * @param complete whether each user's secret is in a file
     */
    record Made(List<String> warnings, boolean complete) {
    }
}
