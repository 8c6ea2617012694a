package org.keycloak.handout;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.logging.LogManager;
import java.util.stream.Stream;

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

import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The program: its commands are in the packages below.
 */
@Command(name = "totp-handout", mixinStandardHelpOptions = true, versionProvider = Version.class, synopsisSubcommandLabel = "COMMAND", showAtFileInUsageHelp = true,
        description = "Enrols users with TOTPs, prints their sheets, reads hardware tokens in, and tells who has used theirs.",
        subcommands = { EnrolCommand.class, ResumeCommand.class, ImportCommand.class, Preview.class, StatusCommand.class, RemindCommand.class,
                VerifyCommand.class, RevokeCommand.class, AutoComplete.GenerateCompletion.class, CommandLine.HelpCommand.class })
public final class Handout {

    private static final int FRAMES = 20;

    private Handout() {
    }

    public static void main(String[] arguments) {
        LogManager.getLogManager().reset(); // libraries tell the terminal nothing
        System.setProperty("java.awt.headless", "true"); // text of sheets is laid out without a window
        System.setProperty("jdk.console", "java.base"); // Java 22 to 24 have a console even where there is no terminal
        CommandLine program = commandLine();
        if (System.console() == null) { // a file, or another program: they get UTF-8 on each machine
            program.setOut(new PrintWriter(new OutputStreamWriter(new FileOutputStream(FileDescriptor.out), StandardCharsets.UTF_8), true));
        }
        int code = program.execute(arguments);
        // A full disk, for example. Who has closed the pipe, such as head, doesn't look at the code.
        System.exit(code == ExitCode.OK && program.getOut().checkError() ? ExitCode.FAILED : code);
    }

    static CommandLine commandLine() {
        return new CommandLine(new Handout()).setParameterExceptionHandler((exception, arguments) -> {
            CommandLine command = exception.getCommandLine();
            tell(command, arguments.length == 0 ? command.getUsageMessage().stripTrailing()
                    : exception.getMessage() + System.lineSeparator() + "Try " + command.getCommandSpec().qualifiedName() + " --help.");
            return ExitCode.USAGE;
        }).setExecutionExceptionHandler((exception, command, parsed) -> {
            Refusal refusal = ServerErrors.of(exception);
            if (refusal == null) {
                tell(command, fault(exception));
                return ExitCode.FAILED;
            }
            tell(command, refusal.getMessage());
            return refusal.exitCode();
        });
    }

    /** Where the program has a fault. Messages of exceptions aren't shown, because they may quote a line of the server with its secret. */
    private static String fault(Throwable thrown) {
        StringBuilder text = new StringBuilder("The program has a fault. Please report it with the following lines, which have no secret.");
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            text.append('\n').append(cause.getClass().getName());
            Stream.of(cause.getStackTrace()).limit(FRAMES).forEach(frame -> text.append("\n    at ").append(frame));
        }
        return text.toString();
    }

    /** A message can quote the server, a file, or a name that a user has chosen. */
    private static void tell(CommandLine command, String message) {
        message.lines().map(Terminal::line).forEach(command.getErr()::println);
        command.getErr().flush();
    }
}
