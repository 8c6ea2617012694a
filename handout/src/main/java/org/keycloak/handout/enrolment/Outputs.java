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
 * The files and directories that a run makes; {@code null} for those that nobody asked for. All paths are absolute.
 *
 * @param passwordAttribute attribute whose value opens a user's PDF
 * @param overwrite whether they may replace what is there
 * @param departmentAttribute attribute that has the department
 */
record Outputs(Path pdf, Path pdfPerUser, String passwordAttribute, Path csv, Path png, Path ndjson, boolean overwrite, String departmentAttribute) {

    List<Path> paths() {
        return Stream.of(pdf, pdfPerUser, csv, png, ndjson).filter(Objects::nonNull).toList();
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
     * @throws Refusal if there is nothing to make, something is in the way, or a directory can't be written to
     */
    void check() throws IOException {
        if (paths().isEmpty()) {
            throw new Refusal(ExitCode.USAGE, "Where do the secrets go? Give --pdf, --pdf-per-user, --csv, --png or --ndjson, or --dry-run.");
        }
        if ((pdfPerUser == null) != (passwordAttribute == null)) {
            throw new Refusal(ExitCode.USAGE, "--pdf-per-user and --password-attribute go together.");
        }
        if (paths().stream().distinct().count() < paths().size()) {
            throw new Refusal(ExitCode.USAGE, "Two files have the same name.");
        }
        for (Output output : of(null, null)) {
            output.check(overwrite);
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
