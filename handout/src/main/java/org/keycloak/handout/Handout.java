package org.keycloak.handout;

import java.io.PrintWriter;
import java.util.logging.LogManager;

import org.keycloak.handout.enrolment.EnrolCommand;
import org.keycloak.handout.enrolment.ResumeCommand;
import org.keycloak.handout.report.RemindCommand;
import org.keycloak.handout.report.RevokeCommand;
import org.keycloak.handout.report.StatusCommand;
import org.keycloak.handout.report.VerifyCommand;
import org.keycloak.handout.server.Refusal;
import org.keycloak.handout.server.ServerErrors;
import org.keycloak.handout.sheet.Preview;
import org.keycloak.handout.token.ImportCommand;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The program: its commands are in the packages below.
 */
@Command(name = "totp-handout", mixinStandardHelpOptions = true, versionProvider = Version.class, synopsisSubcommandLabel = "COMMAND",
        description = "Enrols users with TOTPs, prints their sheets, reads hardware tokens in, and tells who has used theirs.",
        subcommands = { EnrolCommand.class, ResumeCommand.class, ImportCommand.class, Preview.class, StatusCommand.class, RemindCommand.class,
                VerifyCommand.class, RevokeCommand.class, CommandLine.HelpCommand.class })
public final class Handout {

    private Handout() {
    }

    public static void main(String[] arguments) {
        LogManager.getLogManager().reset(); // libraries tell the terminal nothing
        System.setProperty("java.awt.headless", "true"); // text of sheets is laid out without a window
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
