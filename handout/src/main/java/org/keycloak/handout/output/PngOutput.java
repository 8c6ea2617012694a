package org.keycloak.handout.output;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

import org.keycloak.handout.journal.PrivateFiles;
import org.keycloak.handout.sheet.QrCode;
import org.keycloak.representations.idm.CreatedCredentialRepresentation;

/**
 * A picture of each user's QR code, in a directory. A picture has the name of its user. If writing fails, the pictures that are done stay.
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
        PrivateFiles.createDirectories(path);
        FileNames names = new FileNames();
        List<String> left = new ArrayList<>();
        List<Path> written = new ArrayList<>();
        while (lines.hasNext()) {
            CreatedTotp totp = new CreatedTotp(lines.next(), null);
            Path file = path.resolve(names.next(totp.line().getUsername()) + ".png");
            Optional<QrPicture> picture = QrCode.of(totp.keyUri()).map(QrPicture::new);
            if (picture.isPresent()) {
                PrivateFiles.replaceOneOfMany(file, picture.get()::writePng);
                written.add(file);
            } else {
                left.add(totp.line().getUsername() + ": the key URI is too long for a QR code. Type the key in.");
            }
        }
        PrivateFiles.syncFiles(path, written);
        return left;
    }
}
