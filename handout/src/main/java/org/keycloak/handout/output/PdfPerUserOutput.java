package org.keycloak.handout.output;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.keycloak.handout.journal.PrivateFiles;
import org.keycloak.handout.sheet.SheetBook;
import org.keycloak.handout.sheet.SheetStyle;
import org.keycloak.representations.idm.CreatedCredentialRepresentation;

/**
 * A PDF for each user, in a directory. A password that the user knows opens it.
 *
 * @param passwordAttribute attribute of the user that has the password
 * @param departmentAttribute attribute of the user that has the department
 * @param activateWithin how long a TOTP may stay unused; {@code null} if it may for ever
 */
public record PdfPerUserOutput(Path path, SheetStyle style, String passwordAttribute, String departmentAttribute, Duration activateWithin) implements Output {

    /** What stringprep takes out of a password (RFC 3454, table B.1), and spaces. A PDF whose password is empty then opens without one. */
    private static final Pattern EMPTY = Pattern.compile("[\\p{C}\\p{M}\\p{Z}\\s\\u1806]*");

    /**
     * Whether a value of the attribute can be a password at all.
     *
     * @param value {@code null} if the user has none
     */
    public static boolean isPassword(String value) {
        return value != null && !EMPTY.matcher(value).matches();
    }

    @Override
    public void check(boolean overwrite) throws IOException {
        Destination.checkDirectory(path, overwrite);
    }

    @Override
    public List<String> write(Iterator<CreatedCredentialRepresentation> lines) throws IOException {
        return FilePerUser.write(path, ".pdf", lines, activateWithin, this::write);
    }

    private Optional<String> write(CreatedTotp totp, Path file) throws IOException {
        String password = totp.attribute(passwordAttribute);
        if (!isPassword(password)) {
            return Optional.of("no file, because the user has no attribute " + passwordAttribute + " for its password.");
        }
        try (SheetBook book = new SheetBook(style, null)) {
            book.add(Sheets.of(totp, departmentAttribute));
            return write(book, file, password) ? Optional.empty()
                    : Optional.of("no file, because the attribute " + passwordAttribute + " has characters that a password of a PDF can't have (RFC 4013).");
        }
    }

    private static boolean write(SheetBook book, Path file, String password) throws IOException {
        try {
            PrivateFiles.replaceOneOfMany(file, out -> book.writeTo(out, password.toCharArray()));
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
