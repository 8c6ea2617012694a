package org.keycloak.handout.output;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

import org.keycloak.handout.journal.PrivateFiles;
import org.keycloak.handout.sheet.QrCode;
import org.keycloak.representations.idm.CreatedCredentialRepresentation;

/**
 * A picture of each user's QR code, in a directory.
 *
 * @param path of the directory
 */
public record PngOutput(Path path) implements Output {

    @Override
    public void check(boolean overwrite) throws IOException {
        Destination.checkDirectory(path, overwrite);
    }

    @Override
    public List<String> write(Iterator<CreatedCredentialRepresentation> lines) throws IOException {
        return FilePerUser.write(path, ".png", lines, null, PngOutput::write);
    }

    private static Optional<String> write(CreatedTotp totp, Path file) throws IOException {
        Optional<QrPicture> picture = QrCode.of(totp.keyUri()).map(QrPicture::new);
        if (picture.isEmpty()) {
            return Optional.of("the key URI is too long for a QR code. Type the key in.");
        }
        PrivateFiles.replaceOneOfMany(file, picture.get()::writePng);
        return Optional.empty();
    }
}
