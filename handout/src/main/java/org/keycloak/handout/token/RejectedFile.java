package org.keycloak.handout.token;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.keycloak.handout.ExitCode;
import org.keycloak.handout.journal.PrivateFiles;
import org.keycloak.handout.journal.Reason;
import org.keycloak.handout.server.Refusal;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * The file of the rows that were rejected, each with the reason, to mend. Those of a CSV file have its columns, also the seeds, and are imported. Those
 * of a PSKC file have no seeds, which may have been encrypted: they say whose the tokens of the PSKC file are.
 * Its fields are as they were, also those that a spreadsheet takes for formulas, because it is read again.
 */
final class RejectedFile {

    /** Header of the column that says why. */
    static final String REASON = "reason";

    private final Path file;

    private RejectedFile(Path file) {
        this.file = file;
    }

    /**
     * Chooses the file, and checks that it can be written. It takes the place of no other: that one may have been mended by hand.
     *
     * @param given by the person; {@code null} for one beside the tokens
     */
    static RejectedFile of(Path given, Path tokens) {
        Path file = given != null ? given : tokens.resolveSibling(tokens.getFileName().toString().replaceFirst("\\.[^.]*$", "") + "-rejected.csv");
        if (Files.exists(file)) {
            throw new Refusal(ExitCode.USAGE, file + " is there already. Import it first, or remove it, or name another with --rejected.");
        }
        if (!Files.isWritable(file.toAbsolutePath().getParent())) {
            throw new Refusal(ExitCode.USAGE, file + " can't be written, and would have the rows that are rejected. Name another with --rejected.");
        }
        return new RejectedFile(file);
    }

    /**
     * @param columns header of the rows
     * @param delimiter between the fields
     */
    void write(List<String> columns, char delimiter, List<RejectedRow> rejected) {
        CSVFormat format = CSVFormat.EXCEL.builder().setDelimiter(delimiter).get();
        try {
            PrivateFiles.replace(file, out -> {
                Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
                writer.write('\uFEFF'); // Excel takes the file for UTF-8 then
                CSVPrinter csv = new CSVPrinter(writer, format);
                csv.printRecord(Stream.concat(columns.stream(), Stream.of(REASON)));
                for (RejectedRow row : rejected.stream().sorted(Comparator.comparing(RejectedRow::row)).toList()) {
                    csv.printRecord(Stream.concat(row.fields().stream(), Stream.of(row.reason())));
                }
                csv.flush();
            });
        } catch (IOException e) {
            throw new Refusal(ExitCode.PARTLY, file + " can't be written: " + Reason.of(e) + ". Rows of it were rejected; import the file again with --rejected, to see which.");
        }
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
