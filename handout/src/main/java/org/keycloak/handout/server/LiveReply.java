package org.keycloak.handout.server;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Timer;
import java.util.TimerTask;

/**
 * A reply that comes for minutes or hours, and is cut off if its server falls silent. TCP alone doesn't tell that a server is gone: a read would wait
 * for ever. Only the time in a read counts, and not what the reader does between reads.
 */
final class LiveReply extends FilterInputStream {

    private final Duration patience;
    private final Timer timer = new Timer("silence", true);
    private volatile long readSince;
    private volatile boolean reading;
    private volatile boolean silent;

    /**
     * @param reply a stream whose close() ends a read of another thread
     * @param patience how long a read may take, 2 ms at least
     */
    LiveReply(InputStream reply, Duration patience) {
        super(reply);
        this.patience = patience;
        timer.schedule(new TimerTask() {

            @Override
            public void run() {
                check();
            }
        }, patience.toMillis() / 2, patience.toMillis() / 2);
    }

    private void check() {
        if (reading && System.nanoTime() - readSince > patience.toNanos()) {
            silent = true;
            try {
                close();
            } catch (IOException e) {
                // The read says what happened.
            }
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        readSince = System.nanoTime();
        reading = true;
        try {
            return in.read(buffer, offset, length);
        } catch (IOException e) {
            throw silent ? new IOException("The server has sent nothing for " + patience.toSeconds() + " seconds", e) : e;
        } finally {
            reading = false;
        }
    }

    @Override
    public void close() throws IOException {
        timer.cancel();
        in.close();
    }
}
