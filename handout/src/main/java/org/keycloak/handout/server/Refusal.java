package org.keycloak.handout.server;

import org.keycloak.handout.ExitCode;

/** Ends the program with a message for the person who called it, without a stack trace. The message has no secret. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int exitCode;

    public Refusal(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    /**
     * A refusal that ends the program with {@link ExitCode#FAILED}.
     */
    public Refusal(String message) {
        this(ExitCode.FAILED, message);
    }

    public int exitCode() {
        return exitCode;
    }
}
