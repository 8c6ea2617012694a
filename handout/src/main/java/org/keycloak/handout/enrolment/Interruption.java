package org.keycloak.handout.enrolment;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;

import org.keycloak.handout.ExitCode;
import org.keycloak.handout.journal.Journal;
import org.keycloak.handout.server.Refusal;
import org.keycloak.handout.server.ServerErrors;

/** Tells the person how to go on, if the program is ended before its work is done. */
final class Interruption implements AutoCloseable {

    private final Thread hook;

    private Interruption(Thread hook) {
        this.hook = hook;
    }

    /** Until this is closed, whoever ends the program with Ctrl-C is told how to go on. */
    static Interruption told(Journal journal, PrintWriter err) {
        Thread hook = new Thread(() -> {
            err.println(System.lineSeparator() + "Interrupted. " + advice(journal.path()));
            err.flush();
        });
        Runtime.getRuntime().addShutdownHook(hook);
        return new Interruption(hook);
    }

    /**
     * @return what to tell the person; the exception itself if there is no journal to go on with, or it is a fault of the program
     */
    static RuntimeException refusal(Journal journal, RuntimeException e) {
        Refusal reason = ServerErrors.of(e);
        return reason == null || !Files.exists(journal.path()) ? e : new Refusal(ExitCode.INTERRUPTED, reason.getMessage() + " The secrets that came are kept. " + advice(journal.path()));
    }

    static String advice(Path journal) {
        return "To go on: totp-handout resume " + fromHere(journal.toAbsolutePath());
    }

    private static Path fromHere(Path journal) {
        Path here = Path.of("").toAbsolutePath();
        return journal.startsWith(here) ? here.relativize(journal) : journal;
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The program is being ended: the hook runs.
        }
    }
}
