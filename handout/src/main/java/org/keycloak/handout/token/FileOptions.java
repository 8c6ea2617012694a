package org.keycloak.handout.token;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

import org.keycloak.handout.token.pskc.PskcReader;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** The options that say how the file is read. */
final class FileOptions {

    @Option(names = "--columns", paramLabel = "COLUMN=HEADER", split = ",",
            description = "Columns that aren't recognised by their headers, such as user=owner,secret=3. COLUMN is one of: ${COMPLETION-CANDIDATES}. HEADER can be a number, from 1.")
    private Map<Column, String> columns = new EnumMap<>(Column.class);

    @Option(names = "--encoding", paramLabel = "NAME", description = "How the seeds are written: ${COMPLETION-CANDIDATES}. Default: judged by the whole file.")
    private SeedEncoding encoding;

    @Option(names = "--match", paramLabel = "NAME", description = "What users are named by: ${COMPLETION-CANDIDATES}. Default: as the header of the column says; username, if it doesn't.")
    private UserKind match;

    @Option(names = "--assign", paramLabel = "FILE", description = "CSV file with the users of serial numbers. It counts before what the tokens' file says.")
    private Path assignment;

    @ArgGroup(exclusive = false, validate = false, heading = "%nThe file, if it is PSKC and encrypted:%n")
    private PskcOptions pskc = new PskcOptions();

    TokenFile read(Path file) {
        return isPskc(file) ? PskcReader.read(file, pskc.keys()) : CsvTokens.read(file, new CsvOptions(columns, encoding, match));
    }

    boolean isPskc(Path file) {
        return PskcReader.isPskc(file);
    }

    Assignment assignment() {
        return assignment == null ? Assignment.none() : Assignment.read(assignment, match);
    }
}
