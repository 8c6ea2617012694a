package org.keycloak.services.resources.admin.bulk;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

@Timeout(30)
class PatientOutputTest {

    private static final byte[] LINE = "line".getBytes(StandardCharsets.UTF_8);

    @Test
    void writesLines() throws IOException {
        ByteArrayOutputStream client = new ByteArrayOutputStream();
        PatientOutput output = new PatientOutput(client);

        output.writeLine(LINE);
        output.writeLine(LINE);
        output.flush();

        assertEquals("line\nline\n", client.toString(StandardCharsets.UTF_8));
        assertFalse(Thread.interrupted());
    }

    @Test
    void givesUpAClientThatDoesNotRead() throws IOException {
        try (PipedInputStream reader = new PipedInputStream(8); PipedOutputStream pipe = new PipedOutputStream(reader)) {
            PatientOutput output = new PatientOutput(pipe, Duration.ofMillis(50));
            output.writeLine(LINE);
            output.writeLine(LINE);

            assertThrows(InterruptedIOException.class, output::flush);
            assertFalse(Thread.interrupted(), "the thread has other work to do");
        }
    }
}
