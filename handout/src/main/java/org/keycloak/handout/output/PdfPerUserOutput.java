package org.keycloak.handout.output;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

import org.keycloak.handout.journal.PrivateFiles;
import org.keycloak.handout.sheet.SheetBook;
import org.keycloak.handout.sheet.SheetStyle;
import org.keycloak.representations.idm.CreatedCredentialRepresentation;

/**
 * A PDF for each user, in a directory. A password that the user knows opens it. If writing fails, the PDFs that are done stay.
 *
 * @param passwordAttribute attribute of the user that has the password
 * @param departmentAttribute attribute of the user that has the department
 * @param activateWithin how long a TOTP may stay unused; {@code null} if it may for ever
 */
public record PdfPerUserOutput(Path path, SheetStyle style, String passwordAttribute, String departmentAttribute, Duration activateWithin) implements Output {

    @Override
    public void check(boolean overwrite) throws IOException {
        Destination.checkDirectory(path, overwrite);
    }

    @Override
    public List<String> write(Iterator<CreatedCredentialRepresentation> lines) throws IOException {
        PrivateFiles.createDirectories(path);
        List<String> missing = new ArrayList<>();
        List<Path> written = new ArrayList<>();
        FileNames names = new FileNames();
        while (lines.hasNext()) {
            CreatedTotp totp = new CreatedTotp(lines.next(), activateWithin);
            Path file = path.resolve(names.next(totp.line().getUsername()) + ".pdf");
            String password = totp.attribute(passwordAttribute);
            if (password == null || password.isBlank()) {
                missing.add(totp.line().getUsername() + ": no file, because the user has no attribute " + passwordAttribute + " for its password.");
                continue;
            }
            try (SheetBook book = new SheetBook(style, null)) {
                book.add(Sheets.of(totp, departmentAttribute));
                PrivateFiles.replaceOneOfMany(file, out -> book.writeTo(out, password.toCharArray()));
                written.add(file);
            }
        }
        PrivateFiles.syncFiles(path, written);
        return missing;
    }
}
