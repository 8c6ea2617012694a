package org.keycloak.handout.output;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

import org.keycloak.handout.server.Refusal;
import org.keycloak.representations.idm.CreatedCredentialRepresentation;

/** A file, or a directory of files, with the secrets of users. Its owner alone can read it. */
public interface Output {

    /**
     * Finds out, before anything is sent to the server, whether {@link #write} will be able to.
     *
     * @param overwrite whether files that exist may be replaced
     * @throws Refusal if it won't be
     */
    void check(boolean overwrite) throws IOException;

    /**
     * Writes the lines, and returns when all is on the disk. If it fails, a file that exists is as before.
     *
     * @param lines of users who were given a TOTP, one for each user; they are read once, one by one
     * @return a message for each user who isn't in the output, with the reason
     */
    List<String> write(Iterator<CreatedCredentialRepresentation> lines) throws IOException;

    /** Attribute of users that has their language. */
    String LOCALE = "locale";

    /** The file or directory. */
    Path path();
}
