package org.keycloak.handout.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

import org.keycloak.handout.ExitCode;
import org.keycloak.handout.journal.PrivateFiles;
import org.keycloak.handout.journal.Reason;
import org.keycloak.handout.server.Refusal;
import org.keycloak.handout.sheet.SheetBook;
import org.keycloak.handout.sheet.SheetStyle;
import org.keycloak.representations.idm.CreatedCredentialRepresentation;

/**
 * The sheets of all users in one PDF. What doesn't fit into memory is in a directory beside it until it is made.
 *
 * @param departmentAttribute attribute of the user that has the department
 * @param activateWithin how long a TOTP may stay unused; {@code null} if it may for ever
 */
public record PdfOutput(Path path, SheetStyle style, String departmentAttribute, Duration activateWithin) implements Output {

    @Override
    public void check(boolean overwrite) {
        Destination.checkFile(path, overwrite);
        try {
            remove(scratch());
        } catch (IOException e) {
            throw new Refusal(ExitCode.USAGE, scratch() + " is in the way: " + Reason.of(e) + ".");
        }
    }

    private Path scratch() {
        return path.resolveSibling("." + path.getFileName() + ".scratch");
    }

    @Override
    public List<String> write(Iterator<CreatedCredentialRepresentation> lines) throws IOException {
        Path scratch = scratch();
        remove(scratch); // a program that was killed leaves it
        PrivateFiles.createDirectories(scratch);
        try (SheetBook book = new SheetBook(style, scratch)) {
            while (lines.hasNext()) {
                book.add(Sheets.of(new CreatedTotp(lines.next(), activateWithin), departmentAttribute));
            }
            PrivateFiles.replace(path, book::writeTo);
            return book.unprintable().stream().map(user -> user + ": no font has all characters of the sheet. Give --font, or write the name by hand.").toList();
        } finally {
            remove(scratch);
        }
    }

    private static void remove(Path directory) throws IOException {
        if (!Files.exists(directory, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
