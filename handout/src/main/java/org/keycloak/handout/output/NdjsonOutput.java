package org.keycloak.handout.output;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

import org.keycloak.handout.journal.PrivateFiles;
import org.keycloak.representations.idm.CreatedCredentialRepresentation;
import org.keycloak.util.JsonSerialization;

/** The lines as the server sent them. */
public record NdjsonOutput(Path path) implements Output {

    @Override
    public void check(boolean overwrite) {
        Destination.checkFile(path, overwrite);
    }

    @Override
    public List<String> write(Iterator<CreatedCredentialRepresentation> lines) throws IOException {
        PrivateFiles.replace(path, out -> {
            while (lines.hasNext()) {
                out.write(JsonSerialization.mapper.writeValueAsBytes(lines.next()));
                out.write('\n');
            }
        });
        return List.of();
    }
}
