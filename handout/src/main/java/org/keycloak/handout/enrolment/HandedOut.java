package org.keycloak.handout.enrolment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.keycloak.handout.journal.Journal;
import org.keycloak.handout.journal.Reason;
import org.keycloak.handout.output.Output;

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
        Counts counts = new Counts(journal.acknowledged().size(), null, enrolment.existing().size(), enrolment.failures());
        if (counts.created() == 0) {
            journal.remove();
            return summary.print(counts);
        }
        List<String> warnings = make();
        if (warnings.isEmpty() || !run.outputs().areProtectedAlone()) {
            journal.remove();
        } else {
            warnings.add("Their secrets are in " + journal.path() + ".");
        }
        return summary.print(counts, run.outputs().paths(), warnings);
    }

    /** Makes the files, and keeps the journal, because the run isn't at its end. */
    int only(Summary summary) {
        List<String> warnings = make();
        warnings.add("The run isn't at its end. " + Interruption.advice(journal.path()));
        return summary.print(new Counts(journal.acknowledged().size(), null, 0, Map.of()), run.outputs().paths(), warnings);
    }

    /** @return warnings about users */
    private List<String> make() {
        long milliseconds = ((Number) journal.notes().getOrDefault(Notes.TIME_TO_USE, Notes.NO_LIMIT)).longValue();
        List<String> warnings = new ArrayList<>();
        for (Output output : run.outputs().of(run.style(), milliseconds == Notes.NO_LIMIT ? null : Duration.ofMillis(milliseconds))) {
            try {
                warnings.addAll(output.write(journal.lines()));
            } catch (IOException e) {
                throw new UncheckedIOException(output.path() + " can't be written: " + Reason.of(e), e);
            }
        }
        return warnings;
    }
}
