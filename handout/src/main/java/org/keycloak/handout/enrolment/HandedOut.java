package org.keycloak.handout.enrolment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

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
     * @param warnings about users who get no sheet
     * @return the exit code of the command
     * @throws UncheckedIOException if a file can't be written; the journal is kept then
     */
    int finish(Counts counts, List<String> warnings, Summary summary) throws IOException {
        List<String> withoutFile = make();
        if (withoutFile.isEmpty() || !run.outputs().areProtectedAlone()) {
            journal.remove();
        } else {
            withoutFile.add("Their secrets are in " + journal.path() + ". Remove it when you have given them new ones with --replace.");
        }
        return print(counts, warnings, withoutFile, summary);
    }

    /** Makes the files, and keeps the journal, because the run isn't at its end. */
    int only(Counts counts, List<String> warnings, Summary summary) {
        List<String> more = make();
        more.add("The run isn't at its end. " + Interruption.advice(journal.path()));
        return print(counts, warnings, more, summary);
    }

    private int print(Counts counts, List<String> warnings, List<String> more, Summary summary) {
        return summary.print(counts, counts.created() == 0 ? List.of() : run.outputs().paths(), Stream.concat(warnings.stream(), more.stream()).toList());
    }

    /** @return warnings about users */
    private List<String> make() {
        long milliseconds = ((Number) journal.notes().getOrDefault(Notes.TIME_TO_USE, Notes.NO_LIMIT)).longValue();
        List<String> warnings = new ArrayList<>();
        if (journal.acknowledged().isEmpty()) {
            return warnings;
        }
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
