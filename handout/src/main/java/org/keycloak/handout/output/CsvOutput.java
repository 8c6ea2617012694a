package org.keycloak.handout.output;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

import org.keycloak.handout.journal.PrivateFiles;
import org.keycloak.representations.idm.CreatedCredentialRepresentation;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * A table for a mail merge: CSV (RFC 4180) in UTF-8, with a line of names, and times in UTC (ISO 8601). No cell is a formula to a spreadsheet.
 *
 * @param departmentAttribute attribute of the user that the column {@code department} has
 * @param activateWithin how long a TOTP may stay unused; {@code null} if it may for ever, and the column {@code deadline} is empty
 */
public record CsvOutput(Path path, String departmentAttribute, Duration activateWithin) implements Output {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder()
            .setHeader("username", "firstName", "lastName", "email", "department", "issuer", "key", "keyUri", "createdDate", "deadline").get();

    @Override
    public void check(boolean overwrite) {
        Destination.checkFile(path, overwrite);
    }

    @Override
    public List<String> write(Iterator<CreatedCredentialRepresentation> lines) throws IOException {
        PrivateFiles.replace(path, out -> {
            CSVPrinter csv = new CSVPrinter(new OutputStreamWriter(out, StandardCharsets.UTF_8), FORMAT);
            while (lines.hasNext()) {
                csv.printRecord(row(new CreatedTotp(lines.next(), activateWithin)));
            }
            csv.flush();
        });
        return List.of();
    }

    private Stream<String> row(CreatedTotp totp) {
        CreatedCredentialRepresentation line = totp.line();
        return Stream.of(line.getUsername(), line.getFirstName(), line.getLastName(), line.getEmail(), totp.attribute(departmentAttribute),
                totp.issuer(), totp.key(), totp.keyUri(), totp.created(), totp.deadline()).map(CsvCell::of);
    }
}
