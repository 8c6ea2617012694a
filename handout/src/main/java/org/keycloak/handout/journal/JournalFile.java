package org.keycloak.handout.journal;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.keycloak.handout.server.Refusal;

/** A file of lines, to which one process at a time appends. A line counts if it ends with a newline. */
final class JournalFile implements Closeable {

    /** More than the attributes that a user can have, for whom the server takes 10 MB. What is longer is given to the reader up to here, and can't be JSON. */
    private static final int MAX_BYTES_OF_LINE = 1 << 25;

    /** Takes each line that {@link #read} finds, and throws what ends the program for one that it doesn't understand. */
    @FunctionalInterface
    interface LineReader {

        void line(int number, Span span, byte[] text);
    }

    /** Where a line is: its first byte in the file, and the number of bytes without the newline. */
    record Span(long offset, int length) {
    }

    private final Path path;
    private final FileChannel channel;
    private long end;

    private JournalFile(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    static JournalFile create(Path path) throws IOException {
        return new JournalFile(path, PrivateFiles.create(path)).locked();
    }

    /**
     * @throws Refusal if another process has the file, or another person may have changed it: it says where secrets and the login go
     */
    static JournalFile open(Path path) throws IOException {
        if (Files.exists(path) && !OwnerOnly.isPrivate(path)) {
            throw new Refusal(path + " isn't yours alone: another person may have changed it. If you trust it, become its owner, and give it the mode 600.");
        }
        return new JournalFile(path, FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE)).locked();
    }

    /** The lock is on a byte far behind the end, because Windows would keep others even from reading what is locked. It ends with the channel. */
    private JournalFile locked() throws IOException {
        try {
            if (channel.tryLock(Long.MAX_VALUE - 1, 1, false) != null) {
                return this;
            }
        } catch (OverlappingFileLockException e) {
            // this process has the lock
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        channel.close();
        throw new Refusal(path + " is in use by another run. Wait until it has ended.");
    }

    /**
     * Reads all lines, and cuts off what is behind the last newline: it was being written when the program or the machine stopped. A file that has no
     * whole line stays as it is, since it may not be a journal.
     */
    void read(LineReader reader) throws IOException {
        InputStream in = new BufferedInputStream(Channels.newInputStream(channel.position(0)));
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        end = 0;
        int number = 1;
        for (int next = in.read(); next >= 0; next = in.read()) {
            if (next == '\n' || line.size() == MAX_BYTES_OF_LINE) {
                reader.line(number++, new Span(end, line.size()), line.toByteArray());
                end += line.size() + 1;
                line.reset();
            } else {
                line.write(next);
            }
        }
        if (end > 0) {
            channel.truncate(end);
        }
    }

    /** The line and its newline reach the operating system in one write. If that fails, nothing of the line stays. */
    Span append(byte[] text) throws IOException {
        ByteBuffer line = ByteBuffer.allocate(text.length + 1).put(text).put((byte) '\n').flip();
        Span span = new Span(end, text.length);
        try {
            while (line.hasRemaining()) {
                channel.write(line, end + line.position());
            }
        } catch (IOException e) {
            if (channel.isOpen()) {
                channel.truncate(end);
            }
            throw e;
        }
        end += line.limit();
        return span;
    }

    byte[] at(Span span) throws IOException {
        ByteBuffer line = ByteBuffer.allocate(span.length());
        while (line.hasRemaining()) {
            if (channel.read(line, span.offset() + line.position()) < 0) {
                throw new EOFException(path + " has become shorter");
            }
        }
        return line.array();
    }

    void sync() throws IOException {
        channel.force(true);
    }

    Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
