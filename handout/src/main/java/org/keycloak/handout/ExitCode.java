package org.keycloak.handout;

/** What the program tells a script when it ends. */
public final class ExitCode {

    /** All was done. */
    public static final int OK = 0;
    /** The server or the machine did not let the program do its work, and nothing was changed. */
    public static final int FAILED = 1;
    /** The command line is wrong. Nothing was done. */
    public static final int USAGE = 2;
    /** The work was done, except for some users or rows. The output says which and why. */
    public static final int PARTLY = 3;
    /** The work was interrupted, and {@code resume} goes on. */
    public static final int INTERRUPTED = 4;

    private ExitCode() {
    }
}
