package org.keycloak.handout.enrolment;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.keycloak.handout.ExitCode;
import org.keycloak.handout.output.CsvOutput;
import org.keycloak.handout.output.NdjsonOutput;
import org.keycloak.handout.output.Output;
import org.keycloak.handout.output.PdfOutput;
import org.keycloak.handout.output.PdfPerUserOutput;
import org.keycloak.handout.output.PngOutput;
import org.keycloak.handout.server.Refusal;
import org.keycloak.handout.sheet.SheetStyle;

/**
 * The files and directories that a run makes. A path is absolute, or {@code null} if nobody asked for the file.
 *
 * @param passwordAttribute attribute whose value opens a user's PDF
 * @param overwrite whether they may replace what is there
 * @param departmentAttribute attribute that has the department
 */
record Outputs(Path pdf, Path pdfPerUser, String passwordAttribute, Path csv, Path png, Path ndjson, boolean overwrite, String departmentAttribute) {

    List<Path> paths() {
        return Stream.of(pdf, pdfPerUser, csv, png, ndjson).filter(Objects::nonNull).toList();
    }

    /** Where the journal is if nobody names another place; {@code null} if nothing is made. */
    Path journal() {
        return paths().stream().findFirst().map(first -> first.resolveSibling(first.getFileName() + ".journal")).orElse(null);
    }

    /** The attributes of users that they need. */
    List<String> attributes() {
        return Stream.of(departmentAttribute, Output.LOCALE, passwordAttribute).filter(Objects::nonNull).distinct().toList();
    }

    boolean haveSheets() {
        return pdf != null || pdfPerUser != null;
    }

    /** Whether a user without a password would get nothing. */
    boolean areProtectedAlone() {
        return pdfPerUser != null && paths().size() == 1;
    }

    /**
     * @param journal file of the journal, absolute
     * @throws Refusal if there is nothing to make, something is in the way, or a directory can't be written to
     */
    void check(Path journal) throws IOException {
        if (paths().isEmpty()) {
            throw new Refusal(ExitCode.USAGE, "Where do the secrets go? Give --pdf, --pdf-per-user, --csv, --png or --ndjson, or --dry-run.");
        }
        if ((pdfPerUser == null) != (passwordAttribute == null)) {
            throw new Refusal(ExitCode.USAGE, "--pdf-per-user and --password-attribute go together.");
        }
        checkApart(journal);
        for (Output output : of(null, null)) {
            output.check(overwrite);
        }
    }

    /** Users choose the names of files in a directory: nothing else may be there that one of them could replace. The journal is removed at the end. */
    private void checkApart(Path journal) {
        List<Path> all = Stream.concat(paths().stream(), Stream.of(journal)).toList();
        if (all.stream().distinct().count() < all.size()) {
            throw new Refusal(ExitCode.USAGE, "Two of the files, or a file and the journal, have the same name. Name another.");
        }
        for (Path directory : Stream.of(pdfPerUser, png).filter(Objects::nonNull).toList()) {
            all.stream().filter(path -> directory.equals(path.getParent())).findFirst().ifPresent(path -> {
                throw new Refusal(ExitCode.USAGE, path + " is in the directory of the users' files, where a user's file could have its name. Name another place.");
            });
        }
    }

    /**
     * @param style how sheets look
     * @param activateWithin how long a TOTP may stay unused; {@code null} if it may for ever
     */
    List<Output> of(SheetStyle style, Duration activateWithin) {
        List<Output> outputs = new ArrayList<>();
        if (pdf != null) {
            outputs.add(new PdfOutput(pdf, style, departmentAttribute, activateWithin));
        }
        if (pdfPerUser != null) {
            outputs.add(new PdfPerUserOutput(pdfPerUser, style, passwordAttribute, departmentAttribute, activateWithin));
        }
        if (csv != null) {
            outputs.add(new CsvOutput(csv, departmentAttribute, activateWithin));
        }
        if (png != null) {
            outputs.add(new PngOutput(png));
        }
        if (ndjson != null) {
            outputs.add(new NdjsonOutput(ndjson));
        }
        return outputs;
    }
}
