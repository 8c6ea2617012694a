package org.keycloak.handout.report;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;

import org.keycloak.handout.ExitCode;
import org.keycloak.handout.Terminal;
import org.keycloak.handout.journal.PrivateFiles;
import org.keycloak.handout.journal.Reason;
import org.keycloak.handout.server.LoginOptions;
import org.keycloak.handout.server.Refusal;
import org.keycloak.handout.server.Server;
import org.keycloak.representations.idm.TotpStatusCountRepresentation;
import org.keycloak.representations.idm.UserTotpStatusRepresentation;
import org.keycloak.representations.idm.UserTotpStatusRepresentation.Totp;
import org.keycloak.util.JsonSerialization;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code status}: who has which TOTP. */
@Command(name = "status", mixinStandardHelpOptions = true, sortOptions = false, abbreviateSynopsis = true, description = "Counts the users by what their TOTPs are good for, and lists them.")
public final class StatusCommand implements Callable<Integer> {

    private static final List<String> HEADER = List.of("USER", "STATUS", "METHOD", "LABEL", "CREATED", "FIRST LOGIN UNTIL");

    @Spec
    private CommandSpec command;

    @ArgGroup(exclusive = false, validate = false, order = 99, heading = "%nThe login:%n")
    private final LoginOptions login = new LoginOptions();

    @Mixin
    private PeopleOptions people;

    @Mixin
    private StatusOptions status;

    @Option(names = "--list", description = "Also list the users, each TOTP in a line. --status lists, too.")
    private boolean list;

    @Option(names = "--csv", paramLabel = "FILE|-", description = "Write the list to a file in CSV instead, or to the terminal with -.")
    private Path csv;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    public Integer call() {
        if (json && toTerminal()) {
            throw new Refusal(ExitCode.USAGE, "--json and --csv - would both be printed. Give one of them, or --csv with a file.");
        }
        PrintWriter out = command.commandLine().getOut();
        try (Server server = login.connect()) {
            if (toTerminal()) {
                people.readCsv(server, status.or(null)).map(Terminal::lineIfSeen).forEach(out::println);
            } else {
                List<String> report = json ? List.of(json(server)) : text(server);
                if (csv != null) {
                    writeCsv(server);
                }
                report.forEach(out::println);
            }
            out.flush();
        }
        return ExitCode.OK;
    }

    private boolean lists() {
        return csv == null && (list || status.or(null) != null);
    }

    private boolean toTerminal() {
        return csv != null && csv.toString().equals("-");
    }

    private void writeCsv(Server server) {
        try {
            PrivateFiles.replace(csv, file -> {
                PrintWriter writer = new PrintWriter(new OutputStreamWriter(file, StandardCharsets.UTF_8));
                people.readCsv(server, status.or(null)).forEach(line -> writer.print(line + "\r\n"));
                if (writer.checkError()) {
                    throw new IOException("is the disk full?");
                }
            });
        } catch (IOException e) {
            throw new Refusal("--csv: " + csv + " can't be written: " + Reason.of(e) + ".");
        }
    }

    private List<String> text(Server server) {
        List<String> text = new ArrayList<>(counts(people.count(server)));
        if (lists()) {
            text.add("");
            text.addAll(Table.lines(rows(server)).toList());
        }
        return text;
    }

    private static List<String> counts(TotpStatusCountRepresentation count) {
        return Table.lines(List.of(
                List.of("Have used theirs", Long.toString(count.getUsed())),
                List.of("Haven't used theirs", Long.toString(count.getUnused())),
                List.of("Are locked", Long.toString(count.getLocked())),
                List.of("Have let theirs expire", Long.toString(count.getExpired())),
                List.of("Have none", Long.toString(count.getNone())),
                List.of("All", Long.toString(count.getTotal())))).toList();
    }

    private List<List<String>> rows(Server server) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEADER);
        people.read(server, status.or(null)).forEach(user -> {
            if (user.getTotps().isEmpty()) {
                rows.add(List.of(user.getUsername(), user.getStatus()));
            }
            user.getTotps().forEach(totp -> rows.add(row(user, totp)));
        });
        return rows;
    }

    private static List<String> row(UserTotpStatusRepresentation user, Totp totp) {
        return List.of(user.getUsername(), totp.getStatus(), Objects.toString(totp.getMethod(), ""), Objects.toString(totp.getUserLabel(), ""), Table.time(totp.getCreatedDate()), Table.time(totp.getDeadline()));
    }

    private String json(Server server) {
        ObjectNode object = JsonSerialization.mapper.createObjectNode();
        object.set("count", JsonSerialization.mapper.valueToTree(people.count(server)));
        if (lists()) {
            ArrayNode users = object.putArray("users");
            people.read(server, status.or(null)).forEach(users::addPOJO);
        }
        return object.toString();
    }
}
