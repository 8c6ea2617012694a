package org.keycloak.handout;

import java.io.PrintWriter;
import java.util.logging.LogManager;

import org.keycloak.handout.server.Refusal;
import org.keycloak.handout.server.ServerErrors;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The program: its commands are in the packages below.
 */
@Command(name = "totp-handout", mixinStandardHelpOptions = true, versionProvider = Version.class, synopsisSubcommandLabel = "COMMAND",
        description = "Enrols users with TOTPs, prints their sheets, reads hardware tokens in, and tells who has used theirs.",
        subcommands = { CommandLine.HelpCommand.class })
public final class Handout {

    private Handout() {
    }

    public static void main(String[] arguments) {
        LogManager.getLogManager().reset(); // libraries tell the terminal nothing
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Handout()).setExecutionExceptionHandler((exception, command, parsed) -> {
            Refusal refusal = ServerErrors.of(exception);
            if (refusal == null) {
                throw exception;
            }
            PrintWriter err = command.getErr();
            err.println(refusal.getMessage());
            err.flush();
            return refusal.exitCode();
        });
    }
}
