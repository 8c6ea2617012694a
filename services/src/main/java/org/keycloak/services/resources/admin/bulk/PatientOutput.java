package org.keycloak.services.resources.admin.bulk;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Writes lines to a client. The server's output waits for a client that doesn't read, without an end. This one waits for a while: the thread
 * that writes is interrupted then.
 */
final class PatientOutput {

    static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final int BUFFER_SIZE = 16 * 1024;

    private final OutputStream output;

    PatientOutput(OutputStream client) {
        this(client, PATIENCE);
    }

    PatientOutput(OutputStream client, Duration patience) {
        this.output = new BufferedOutputStream(new Interrupted(client, patience), BUFFER_SIZE);
    }

    void writeLine(byte[] line) throws IOException {
        output.write(line);
        output.write('\n');
    }

    void flush() throws IOException {
        output.flush();
    }

    /** Each write has its own patience. */
    private static final class Interrupted extends OutputStream {

        private final OutputStream client;
        private final Duration patience;

        Interrupted(OutputStream client, Duration patience) {
            this.client = client;
            this.patience = patience;
        }

        @Override
        public void write(int value) throws IOException {
            write(new byte[] { (byte) value }, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            inTime(() -> client.write(bytes, offset, length));
        }

        @Override
        public void flush() throws IOException {
            inTime(client::flush);
        }

        private void inTime(Write write) throws IOException {
            Thread writer = Thread.currentThread();
            CompletableFuture<Void> written = new CompletableFuture<Void>().orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS);
            CompletableFuture<Void> alarm = written.exceptionally(late -> {
                writer.interrupt();
                return null;
            });
            try {
                write.run();
            } finally {
                if (!written.complete(null)) {
                    alarm.join();
                    Thread.interrupted(); // the alarm was about this write, and the thread has other work to do
                }
            }
        }
    }

    @FunctionalInterface
    private interface Write {

        void run() throws IOException;
    }
}
