package org.keycloak.handout.enrolment;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;

import org.keycloak.handout.ExitCode;
import org.keycloak.handout.journal.Journal;
import org.keycloak.handout.server.Refusal;

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

    static Refusal refusal(Journal journal, UncheckedIOException e) {
        return new Refusal(ExitCode.INTERRUPTED, e.getMessage() + ". Some users may have a TOTP whose secret never came. " + advice(journal.path()));
    }

    static String advice(Path journal) {
        Path here = Path.of("").toAbsolutePath();
        Path file = journal.toAbsolutePath();
        // On Windows, there is no way from one drive to another.
        return "To go on: totp-handout resume " + (file.startsWith(here) ? here.relativize(file) : file);
    }

    static Path journalOf(Outputs outputs) {
        Path first = outputs.paths().get(0);
        return first.resolveSibling(first.getFileName() + ".journal");
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
