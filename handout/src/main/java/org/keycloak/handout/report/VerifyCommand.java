package org.keycloak.handout.report;

import java.io.PrintWriter;
import java.util.concurrent.Callable;

import org.keycloak.handout.ExitCode;
import org.keycloak.handout.Terminal;
import org.keycloak.handout.server.LoginOptions;
import org.keycloak.handout.server.Secrets;
import org.keycloak.handout.server.Server;
import org.keycloak.representations.idm.UserTotpStatusRepresentation;
import org.keycloak.representations.idm.VerifyTotpRepresentation;
import org.keycloak.util.JsonSerialization;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code verify}: judges a code as a login does. */
@Command(name = "verify", mixinStandardHelpOptions = true, sortOptions = false, abbreviateSynopsis = true, exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = { "0:The code is valid.", "1:The server refuses the request.", "3:The code isn't valid." },
        description = { "Judges a code of a user as a login does.", "A valid code is used up, and the TOTP counts as used from then on." })
public final class VerifyCommand implements Callable<Integer> {

    @Spec
    private CommandSpec command;

    @Parameters(index = "0", paramLabel = "USER", description = "Name or id of the user.")
    private String user;

    @Parameters(index = "1", paramLabel = "CODE", arity = "0..1", description = "The code that the app or the token shows. Default: it is asked for.")
    private String code;

    @Option(names = "--method", paramLabel = "NAME", description = "Only ask the TOTP of this method.")
    private String method;

    @ArgGroup(exclusive = false, validate = false, order = 99, heading = "%nThe login:%n")
    private final LoginOptions login = new LoginOptions();

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        try (Server server = login.connect()) {
            UserTotpStatusRepresentation found = OneUser.find(server, user);
            VerifyTotpRepresentation request = new VerifyTotpRepresentation();
            request.setCode(code == null ? Secrets.ask("Code: ", "Give it after the name.") : code);
            request.setMethod(method);
            VerifyTotpRepresentation reply = server.credentials(found.getId()).verifyTotp(request);
            PrintWriter out = command.commandLine().getOut();
            out.println(json ? JsonSerialization.writeValueAsString(reply) : Terminal.line(found.getUsername()) + ": " + verdict(reply));
            out.flush();
            return Boolean.TRUE.equals(reply.isValid()) ? ExitCode.OK : ExitCode.PARTLY;
        }
    }

    private static String verdict(VerifyTotpRepresentation reply) {
        if (Boolean.TRUE.equals(reply.isValid())) {
            return "the code is valid";
        }
        return switch (String.valueOf(reply.getReason())) {
            case "locked" -> "the TOTP is locked. An administrator can unlock it";
            case "attempts_exceeded" -> "too many wrong codes. Wait a few minutes, and try again";
            case "expired" -> "the TOTP has expired without being used. The user needs a new one";
            default -> "the code isn't valid. It may be used up, of another TOTP, or the clock of the device may be wrong";
        };
    }
}
