package org.keycloak.handout.journal;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import org.keycloak.handout.journal.JournalFile.Span;
import org.keycloak.handout.server.Refusal;
import org.keycloak.representations.idm.CreatedCredentialRepresentation;

/**
 * What a run has got so far: how it was called, and the line of each user who was given a TOTP. It is written while the lines arrive, so that
 * nothing is lost if the program is stopped. Only its owner can read it, and one process at a time has it.
 *
 * <p>The file is NDJSON. The first line is the header, and the others are notes, or lines of users as the server sent them.
 */
public final class Journal implements Closeable {

    private final JournalFile file;
    private final Map<String, Span> users = new LinkedHashMap<>();
    private final Map<String, Object> notes = new LinkedHashMap<>();
    private JournalRecord header;

    private Journal(JournalFile file) {
        this.file = file;
    }

    /**
     * Begins a journal. It is on the disk when this returns.
     *
     * @param header of a type that Jackson can write and read
     * @throws Refusal if there is a journal already
     */
    public static Journal create(Path path, Object header) throws IOException {
        JournalFile file;
        try {
            file = JournalFile.create(path);
        } catch (FileAlreadyExistsException e) {
            throw new Refusal(path + " is the journal of a run that was interrupted. Go on with it: totp-handout resume " + path);
        }
        Journal journal = new Journal(file);
        try {
            journal.append(JournalRecord.header(header));
            journal.sync();
            PrivateFiles.syncDirectoryOf(path);
            return journal;
        } catch (IOException | RuntimeException e) {
            journal.remove();
            throw e;
        }
    }

    /**
     * Opens the journal of a run that was interrupted, and goes on behind its last whole line.
     *
     * @throws Refusal if there is none, another process has it, or a line isn't what a run writes
     */
    public static Journal open(Path path) throws IOException {
        JournalFile file;
        try {
            file = JournalFile.open(path);
        } catch (NoSuchFileException e) {
            throw new Refusal(path + " doesn't exist. A run that has ended removes its journal.");
        }
        Journal journal = new Journal(file);
        try {
            file.read(journal::read);
            if (journal.header == null) {
                throw journal.damaged(1);
            }
            return journal;
        } catch (IOException | RuntimeException e) {
            journal.close();
            throw e;
        }
    }

    private void read(int number, Span span, byte[] text) {
        take(JournalRecord.read(text).filter(line -> line.header() != null == (number == 1)).orElseThrow(() -> damaged(number)), span);
    }

    private Refusal damaged(int number) {
        return new Refusal(path() + (number == 1 ? " is not the journal of a run that has sent anything. If a run was interrupted there, remove the file and begin again."
                : " is damaged in line " + number + ". Restore it from a backup, or remove this line: its user gets a new TOTP then."));
    }

    private void take(JournalRecord line, Span span) {
        if (line.header() != null) {
            header = line;
        } else if (line.note() != null) {
            notes.putAll(line.note());
        } else {
            users.put(line.user().getId(), span);
        }
    }

    private void append(JournalRecord line) throws IOException {
        take(line, file.append(line.toJson()));
    }

    /** The header that {@link #create} was given. */
    public <H> H header(Class<H> type) {
        return header.headerAs(type);
    }

    /**
     * Appends the line of a user who was given a TOTP. When this returns, the operating system has it: only a failure of the machine can lose it
     * before the next {@link #sync}. If the user has a line, this one takes its place.
     *
     * @throws IllegalArgumentException if the line has another status
     * @throws IOException such as for a full disk: the line isn't in the journal then
     */
    public void append(CreatedCredentialRepresentation line) throws IOException {
        if (!JournalRecord.isCreated(line)) {
            throw new IllegalArgumentException("not the line of a user who was given a TOTP: " + line.getStatus());
        }
        append(JournalRecord.user(line));
    }

    /**
     * Notes something besides the users. A note of the same name is replaced.
     *
     * @param value a text, a number or a boolean
     */
    public void note(String name, Object value) throws IOException {
        append(JournalRecord.note(Map.of(name, value)));
    }

    /** The notes by their names. */
    public Map<String, Object> notes() {
        return Collections.unmodifiableMap(notes);
    }

    /** Ids of the users who have a line, in the order in which their first one came. */
    public Set<String> acknowledged() {
        return Collections.unmodifiableSet(users.keySet());
    }

    /** Takes the line of a user for none from now on. It stays in the file. */
    public void leaveOut(String userId) {
        users.remove(userId);
    }

    /**
     * The line of each user, the last one if there are several, in the order of {@link #acknowledged}. One line at a time is in memory.
     *
     * @return an iterator that throws {@link UncheckedIOException} if the file can't be read; no line may be appended while it is used
     */
    public Iterator<CreatedCredentialRepresentation> lines() {
        Iterator<Span> spans = users.values().iterator();
        return new Iterator<>() {

            @Override
            public boolean hasNext() {
                return spans.hasNext();
            }

            @Override
            public CreatedCredentialRepresentation next() {
                try {
                    return JournalRecord.read(file.at(spans.next())).orElseThrow(() -> new IOException(path() + " was changed")).user();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
    }

    /** Returns when all lines are on the disk. */
    public void sync() throws IOException {
        file.sync();
    }

    public Path path() {
        return file.path();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    /** Removes the file. The outputs must be on the disk. */
    public void remove() throws IOException {
        close();
        Files.delete(path());
        PrivateFiles.syncDirectoryOf(path());
    }
}
