package org.keycloak.handout.journal;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.Set;

/** Files and directories that their owner alone can read, from the first byte. */
public final class PrivateFiles {

    /** Writes the content of a file. */
    @FunctionalInterface
    public interface Content {

        /**
         * @param out is flushed and closed by the caller
         */
        void writeTo(OutputStream out) throws IOException;
    }

    private PrivateFiles() {
    }

    /**
     * Makes a directory, and those above it that are missing. One that exists stays as it is.
     */
    public static void createDirectories(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(directory, OwnerOnly.directory(directory));
        }
    }

    /**
     * Writes the part of a file, and removes it: so {@link #replace} will be able to, unless the disk is full then.
     *
     * @throws IOException also if something of another owner is in the way of the part
     */
    public static void tryOut(Path file) throws IOException {
        Path part = part(file);
        Files.deleteIfExists(part);
        create(part).close();
        Files.delete(part);
    }

    /**
     * Makes a file, and opens it for reading and writing.
     *
     * @throws java.nio.file.FileAlreadyExistsException if there is one
     * @throws IOException also if the file system can't keep others from reading it
     */
    static FileChannel create(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE),
                OwnerOnly.file(file));
        try {
            OwnerOnly.check(file);
            return channel;
        } catch (IOException | RuntimeException e) {
            channel.close();
            Files.delete(file);
            throw e;
        }
    }

    /**
     * Writes a file, and takes the place of one that exists. Until all is on the disk, the content is in a file beside it, whose name begins with a
     * dot and ends with {@code .part}. If writing fails, the old file is as before. A part that a killed program left is removed.
     */
    public static void replace(Path file, Content content) throws IOException {
        replace(file, content, true);
        syncDirectoryOf(file);
    }

    /**
     * Does the same for one of many files in a directory, many times faster. A failure of the machine can still lose it, until
     * {@link #syncFiles}.
     */
    public static void replaceOneOfMany(Path file, Content content) throws IOException {
        replace(file, content, false);
    }

    private static void replace(Path file, Content content, boolean sync) throws IOException {
        Path part = part(file);
        Files.deleteIfExists(part);
        try {
            try (FileChannel channel = create(part); OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel))) {
                content.writeTo(out);
                out.flush();
                if (sync) {
                    channel.force(true);
                }
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /**
     * Returns when files of a directory are on the disk.
     *
     * @param files in this directory
     */
    public static void syncFiles(Path directory, Collection<Path> files) throws IOException {
        for (Path file : files) {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
        }
        syncDirectory(directory);
    }

    static void syncDirectoryOf(Path file) {
        syncDirectory(file.toAbsolutePath().getParent());
    }

    /** Sees to it that the names of files are on the disk, where the system can: Windows opens no directories. */
    private static void syncDirectory(Path directory) {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            return;
        }
    }

    private static Path part(Path file) {
        return file.resolveSibling("." + file.getFileName() + ".part");
    }
}
