package org.keycloak.handout.token;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

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

    @Option(names = "--assign", paramLabel = "FILE", description = "CSV file with the users of serial numbers, if the tokens' file doesn't name them.")
    private Path assignment;

    /** Reads the tokens. */
    TokenFile read(Path file) {
        return CsvTokens.read(file, new CsvOptions(columns, encoding, match));
    }

    Assignment assignment() {
        return assignment == null ? Assignment.none() : Assignment.read(assignment, match);
    }
}
