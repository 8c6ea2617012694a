package org.keycloak.handout.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.keycloak.handout.ExitCode;
import org.keycloak.handout.journal.PrivateFiles;
import org.keycloak.handout.journal.Reason;
import org.keycloak.handout.server.Refusal;

/** Where an output goes. */
final class Destination {

    private Destination() {
    }

    static void checkFile(Path file, boolean overwrite) {
        if (Files.isDirectory(file)) {
            throw new Refusal(ExitCode.USAGE, file + " is a directory. Name a file.");
        } else if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !overwrite) {
            throw new Refusal(ExitCode.USAGE, file + " exists. Name another file, or give --overwrite to replace it.");
        }
        tryOut(file.toAbsolutePath());
    }

    /** Makes the directory if there is none. */
    static void checkDirectory(Path directory, boolean overwrite) throws IOException {
        if (Files.exists(directory) && !Files.isDirectory(directory)) {
            throw new Refusal(ExitCode.USAGE, directory + " is a file. Name a directory.");
        } else if (Files.isDirectory(directory) && !overwrite && !isEmpty(directory)) {
            throw new Refusal(ExitCode.USAGE, directory + " has files. Name another directory, or give --overwrite to add to it and replace files.");
        }
        try {
            PrivateFiles.createDirectories(directory);
        } catch (IOException e) {
            throw new Refusal(ExitCode.USAGE, directory + " can't be made: " + Reason.of(e) + ".");
        }
        tryOut(directory.toAbsolutePath().resolve("totp-handout"));
    }

    private static boolean isEmpty(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.findAny().isEmpty();
        }
    }

    private static void tryOut(Path file) {
        try {
            PrivateFiles.tryOut(file);
        } catch (IOException e) {
            throw new Refusal(ExitCode.USAGE, "No file can be written in " + file.getParent() + ": " + Reason.of(e) + ".");
        }
    }
}
