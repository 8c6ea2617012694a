package org.keycloak.handout.enrolment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import org.keycloak.handout.enrolment.HandedOut.Made;
import org.keycloak.handout.journal.Journal;
import org.keycloak.handout.output.CsvOutput;
import org.keycloak.handout.output.NdjsonOutput;
import org.keycloak.handout.output.PngOutput;

/** Makes each of the files that the run is asked for. */
final class OutputFiles {

    private final Outputs outputs;
    private final Run run;
    private final Journal journal;
    private final Sheets sheets;

    OutputFiles(Run run, Journal journal) {
        this.run = run;
        this.journal = journal;
        outputs = run.outputs();
        sheets = new Sheets(outputs.departmentAttribute(), ((Number) journal.notes().getOrDefault(Notes.TIME_TO_USE, Notes.NO_LIMIT)).longValue());
    }

    Made make() throws IOException {
        List<String> warnings = new ArrayList<>();
        boolean complete = true;
        Path scratch = journal.path().resolveSibling("." + journal.path().getFileName() + ".scratch");
        Pdfs pdfs = new Pdfs(run.style(), sheets, scratch);
        if (outputs.pdf() != null) {
            warn(warnings, "No font shows all characters of these users' names. Give --font, or write by hand: ", pdfs.all(outputs.pdf(), journal.lines()));
        }
        if (outputs.pdfPerUser() != null) {
            Collection<String> without = pdfs.eachOfItsOwn(outputs.pdfPerUser(), outputs.passwordAttribute(), journal.lines());
            warn(warnings, "These users have no attribute " + outputs.passwordAttribute() + ", and no file of their own: ", without);
            complete = without.isEmpty() || !outputs.areProtectedAlone();
        }
        if (outputs.csv() != null) {
            CsvOutput.write(outputs.csv(), journal.lines(), outputs.departmentAttribute(), sheets::deadline);
        }
        if (outputs.png() != null) {
            PngOutput.write(outputs.png(), journal.lines());
        }
        if (outputs.ndjson() != null) {
            NdjsonOutput.write(outputs.ndjson(), journal.lines());
        }
        return new Made(warnings, complete);
    }

    private static void warn(List<String> warnings, String warning, Collection<String> users) {
        if (!users.isEmpty()) {
            warnings.add(warning + Summary.some(users));
        }
    }
}
