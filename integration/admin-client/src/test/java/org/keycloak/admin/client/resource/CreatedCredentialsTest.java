package org.keycloak.admin.client.resource;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.atomic.AtomicBoolean;

import org.keycloak.representations.idm.CreatedCredentialRepresentation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class CreatedCredentialsTest {

    private static final String CREATED = "{\"status\":\"created\",\"line\":1,\"id\":\"1\",\"username\":\"älice\",\"later\":true,\"credential\":{\"totpSecret\":\"s3cret\",\"digits\":6}}\n";
    private static final String DONE = "{\"status\":\"done\",\"created\":1,\"creatable\":0,\"exists\":0,\"failed\":0,\"total\":1}\n";

    @Test
    void endsWithTheSums() {
        CreatedCredentials lines = CreatedCredentials.of(stream(CREATED + DONE));
        CreatedCredentialRepresentation line = lines.next();
        assertEquals("älice", line.getUsername());
        assertEquals(1, line.getLine());
        assertEquals(Map.of("totpSecret", "s3cret", "digits", 6), line.getCredential());
        assertFalse(lines.hasNext());
        assertThrows(NoSuchElementException.class, lines::next);
        assertEquals(1, lines.sums().getTotal());
    }

    @Test
    void leavesOutWhatNobodyReads() {
        assertEquals(1, CreatedCredentials.of(stream(CREATED + DONE)).sums().getCreated());
    }

    @Test
    void givesALineBeforeTheNextOneComes() {
        InputStream waiting = new InputStream() {
            @Override
            public int read() {
                throw new AssertionError("Would wait for the next line");
            }
        };
        assertEquals("1", CreatedCredentials.of(new SequenceInputStream(stream(CREATED), waiting)).next().getId());
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "\n", "{\"status\":\"created\",\"credential\":{\"totpSecret\":\"s3cret", "{\"status\":\"do" })
    void tellsThatTheReplyWasCutOff(String rest) {
        CreatedCredentials lines = CreatedCredentials.of(stream(CREATED + rest));
        lines.next();
        UncheckedIOException cutOff = assertThrows(UncheckedIOException.class, lines::hasNext);
        assertEquals("The reply was cut off. Lines that came: 1", cutOff.getMessage());
        assertFalse(cutOff.getCause().toString().contains("s3cret"));
        assertThrows(UncheckedIOException.class, lines::sums);
    }

    @Test
    void closesTheReply() throws IOException {
        AtomicBoolean closed = new AtomicBoolean();
        CreatedCredentials.of(new ByteArrayInputStream(new byte[0]) {
            @Override
            public void close() {
                closed.set(true);
            }
        }).close();
        assertTrue(closed.get());
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes());
    }
}
