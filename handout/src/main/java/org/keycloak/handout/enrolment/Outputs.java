package org.keycloak.handout.enrolment;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.keycloak.handout.ExitCode;
import org.keycloak.handout.server.Refusal;

/**
 * The files and directories that a run makes; {@code null} for those that nobody asked for. All paths are absolute.
 *
 * @param passwordAttribute attribute whose value opens a user's PDF
 * @param overwrite whether they may replace what is there
 * @param departmentAttribute attribute that has the department
 */
record Outputs(Path pdf, Path pdfPerUser, String passwordAttribute, Path csv, Path png, Path ndjson, boolean overwrite, String departmentAttribute) {

    private static final String LOCALE = "locale";

    List<Path> paths() {
        return Stream.of(pdf, pdfPerUser, csv, png, ndjson).filter(Objects::nonNull).toList();
    }

    /** The attributes of users that they need. */
    List<String> attributes() {
        return Stream.of(departmentAttribute, LOCALE, passwordAttribute).filter(Objects::nonNull).distinct().toList();
    }

    boolean haveSheets() {
        return pdf != null || pdfPerUser != null;
    }

    /** Whether a user without a password would get nothing. */
    boolean areProtectedAlone() {
        return pdfPerUser != null && paths().size() == 1;
    }

    /**
     * @throws Refusal if there is nothing to make, something is in the way, or a directory is missing or can't be written to
     */
    void check() {
        if (paths().isEmpty()) {
            throw usage("Where do the secrets go? Give --pdf, --pdf-per-user, --csv, --png or --ndjson, or --dry-run.");
        }
        if ((pdfPerUser == null) != (passwordAttribute == null)) {
            throw usage("--pdf-per-user and --password-attribute go together.");
        }
        if (paths().stream().distinct().count() < paths().size()) {
            throw usage("Two files have the same name.");
        }
        for (Path path : paths()) {
            if (Files.exists(path) && !overwrite) {
                throw usage(path + " exists. Remove it, or give --overwrite.");
            }
            if (!Files.isWritable(path.getParent())) {
                throw usage(path.getParent() + " is no directory that you may write to.");
            }
        }
    }

    private static Refusal usage(String message) {
        return new Refusal(ExitCode.USAGE, message);
    }
}
