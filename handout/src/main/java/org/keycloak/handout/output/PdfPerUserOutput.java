package org.keycloak.handout.output;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
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

    /** With U+1806, a hyphen that shows only at the end of a line (RFC 3454, table B.1). */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Z}\\p{C}\\p{M}\\x{1806}]*");

    @Override
    public void check(boolean overwrite) throws IOException {
        Destination.checkDirectory(path, overwrite);
    }

    @Override
    public List<String> write(Iterator<CreatedCredentialRepresentation> lines) throws IOException {
        List<String> without = new ArrayList<>();
        FileNames names = new FileNames();
        while (lines.hasNext()) {
            CreatedTotp totp = new CreatedTotp(lines.next(), activateWithin);
            String name = names.next(totp.line().getUsername()) + ".pdf";
            String password = totp.attribute(passwordAttribute);
            if (!isPassword(password)) {
                without.add(totp.line().getUsername() + ": no file, because the user has no attribute " + passwordAttribute + " for its password.");
                continue;
            }
            try (SheetBook book = new SheetBook(style, null)) {
                book.add(Sheets.of(totp, departmentAttribute));
                if (!write(book, path.resolve(name), password)) {
                    without.add(totp.line().getUsername() + ": no file, because the attribute " + passwordAttribute
                            + " has characters that a password of a PDF can't have (RFC 4013).");
                }
            }
        }
        return without;
    }

    private static boolean write(SheetBook book, Path file, String password) throws IOException {
        try {
            PrivateFiles.replace(file, out -> book.writeTo(out, password.toCharArray()));
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Whether something is left of a password when a PDF ignores what can't be seen (RFC 4013): without a password, anybody could open the file. */
    public static boolean isPassword(String value) {
        return value != null && !INVISIBLE.matcher(value).matches();
    }
}
