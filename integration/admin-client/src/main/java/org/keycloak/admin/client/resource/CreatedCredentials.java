package org.keycloak.admin.client.resource;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;

import org.keycloak.representations.idm.CreatedCredentialRepresentation;
import org.keycloak.util.JsonSerialization;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MappingIterator;

/**
 * The lines of a reply about many users, one at a time, as they come. Until this is closed, the reply has its connection to the server.
 */
public final class CreatedCredentials implements Iterator<CreatedCredentialRepresentation>, Closeable {

    /** The media type of the reply: a JSON object in each line. */
    public static final String NDJSON = "application/x-ndjson";

    private static final String LAST = "done";

    private final InputStream reply;
    private MappingIterator<CreatedCredentialRepresentation> lines;
    private CreatedCredentialRepresentation next;
    private int number;

    private CreatedCredentials(InputStream reply) {
        this.reply = reply;
    }

    /**
     * @param reply of {@code createTotps} or {@code createCredentials}; it is closed together with the result
     */
    public static CreatedCredentials of(InputStream reply) {
        return new CreatedCredentials(reply);
    }

    /**
     * Waits for the next line.
     *
     * @return whether there is another line about a user
     * @throws UncheckedIOException if the reply was cut off: users whose lines never came may have got a credential
     */
    @Override
    public boolean hasNext() {
        if (next == null) {
            next = read();
        }
        return !LAST.equals(next.getStatus());
    }

    /**
     * @return the line about the next user
     * @throws NoSuchElementException if there is none
     * @throws UncheckedIOException if the reply was cut off
     */
    @Override
    public CreatedCredentialRepresentation next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        CreatedCredentialRepresentation line = next;
        next = null;
        return line;
    }

    /**
     * Reads what is left of the lines.
     *
     * @return the last line, which has the sums
     * @throws UncheckedIOException if the reply was cut off
     */
    public CreatedCredentialRepresentation sums() {
        while (hasNext()) {
            next();
        }
        return next;
    }

    private CreatedCredentialRepresentation read() {
        try {
            if (lines == null) {
                lines = JsonSerialization.mapper.readerFor(CreatedCredentialRepresentation.class)
                        .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).readValues(reply);
            }
            if (!lines.hasNextValue()) {
                throw new EOFException();
            }
            CreatedCredentialRepresentation line = lines.nextValue();
            number++;
            return line;
        } catch (JsonProcessingException e) {
            throw cutOff(new IOException(e.getClass().getSimpleName())); // its message may quote the line, which has a secret
        } catch (IOException e) {
            throw cutOff(e);
        }
    }

    private UncheckedIOException cutOff(IOException cause) {
        return new UncheckedIOException("The reply was cut off. Lines that came: " + number, cause);
    }

    @Override
    public void close() throws IOException {
        reply.close();
    }
}
