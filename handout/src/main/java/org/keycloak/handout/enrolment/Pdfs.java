package org.keycloak.handout.enrolment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.keycloak.handout.journal.PrivateFiles;
import org.keycloak.handout.output.FileNames;
import org.keycloak.handout.sheet.SheetBook;
import org.keycloak.handout.sheet.SheetStyle;
import org.keycloak.representations.idm.CreatedCredentialRepresentation;

/**
 * Makes PDFs of lines.
 *
 * @param scratch a directory for what doesn't fit into memory; it is made, and removed at the end
 */
record Pdfs(SheetStyle style, Sheets sheets, Path scratch) {

    /** @return names of users whose sheet has a character that no font shows */
    Set<String> all(Path pdf, Iterator<CreatedCredentialRepresentation> lines) throws IOException {
        Set<String> unprintable = new TreeSet<>();
        removeScratch(); // a killed run leaves it
        PrivateFiles.createDirectories(scratch);
        try (SheetBook book = new SheetBook(style, scratch)) {
            while (lines.hasNext()) {
                book.add(sheets.of(lines.next()));
            }
            PrivateFiles.replace(pdf, book::writeTo);
            unprintable.addAll(book.unprintable());
        } finally {
            removeScratch();
        }
        return unprintable;
    }

    /** @return names of users without a password, who have no file */
    Set<String> eachOfItsOwn(Path directory, String passwordAttribute, Iterator<CreatedCredentialRepresentation> lines) throws IOException {
        Set<String> without = new TreeSet<>();
        PrivateFiles.createDirectories(directory);
        FileNames names = new FileNames(".pdf");
        while (lines.hasNext()) {
            CreatedCredentialRepresentation line = lines.next();
            String password = Attributes.first(line, passwordAttribute);
            if (password == null) {
                without.add(Counts.name(line));
                continue;
            }
            try (SheetBook book = new SheetBook(style, null)) {
                book.add(sheets.of(line));
                PrivateFiles.replace(directory.resolve(names.of(line.getUsername())), out -> book.writeTo(out, password.toCharArray()));
            }
        }
        return without;
    }

    private void removeScratch() throws IOException {
        if (!Files.exists(scratch)) {
            return;
        }
        try (Stream<Path> files = Files.walk(scratch)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        }
    }
}
