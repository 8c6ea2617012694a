package org.keycloak.handout.output;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

import org.keycloak.handout.journal.PrivateFiles;
import org.keycloak.representations.idm.CreatedCredentialRepresentation;

/**
 * Writes a file for each user, in a directory. A file has the name of its user. If writing fails, the files that are done stay.
 */
final class FilePerUser {

    /** Writes the file of one user. */
    @FunctionalInterface
    interface Writer {

        /**
         * @return why there is no file; empty if there is one
         */
        Optional<String> write(CreatedTotp totp, Path file) throws IOException;
    }

    private FilePerUser() {
    }

    /**
     * @param ending of the names of the files
     * @param activateWithin how long a TOTP may stay unused; {@code null} if it may for ever
     * @return a line for each user who has no file: the username, and why
     */
    static List<String> write(Path directory, String ending, Iterator<CreatedCredentialRepresentation> lines, Duration activateWithin, Writer writer)
            throws IOException {
        PrivateFiles.createDirectories(directory);
        FileNames names = new FileNames();
        List<String> without = new ArrayList<>();
        List<Path> written = new ArrayList<>();
        while (lines.hasNext()) {
            CreatedTotp totp = new CreatedTotp(lines.next(), activateWithin);
            String username = totp.line().getUsername();
            Path file = directory.resolve(names.next(username) + ending);
            writer.write(totp, file).ifPresentOrElse(why -> without.add(username + ": " + why), () -> written.add(file));
        }
        PrivateFiles.syncFiles(directory, written);
        return without;
    }
}
