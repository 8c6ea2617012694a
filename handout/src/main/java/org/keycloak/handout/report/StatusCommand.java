package org.keycloak.handout.report;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import org.keycloak.handout.ExitCode;
import org.keycloak.handout.journal.PrivateFiles;
import org.keycloak.handout.server.LoginOptions;
import org.keycloak.handout.server.Server;
import org.keycloak.representations.idm.TotpStatusCountRepresentation;
import org.keycloak.representations.idm.TotpStatusRepresentation.Totp;
import org.keycloak.representations.idm.UserTotpStatusRepresentation;
import org.keycloak.util.JsonSerialization;

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
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.systemDefault());

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

    @Option(names = "--csv", paramLabel = "FILE", description = "Write the list to a file in CSV instead.")
    private Path csv;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = command.commandLine().getOut();
        try (Server server = login.connect()) {
            TotpStatusCountRepresentation count = people.count(server);
            if (csv != null) {
                writeCsv(server);
            }
            if (json) {
                out.println(json(server, count));
            } else {
                counts(count).forEach(out::println);
                if (lists()) {
                    out.println();
                    Table.lines(rows(server)).forEach(out::println);
                }
            }
            out.flush();
        }
        return ExitCode.OK;
    }

    private boolean lists() {
        return csv == null && (list || status.or(null) != null);
    }

    private void writeCsv(Server server) throws IOException {
        PrivateFiles.replace(csv, file -> {
            PrintWriter writer = new PrintWriter(new OutputStreamWriter(file, StandardCharsets.UTF_8));
            people.readCsv(server, status.or(null)).forEach(line -> writer.print(line + "\r\n"));
            if (writer.checkError()) {
                throw new IOException(csv + " can't be written.");
            }
        });
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
        return List.of(user.getUsername(), totp.getStatus(), text(totp.getMethod()), text(totp.getUserLabel()), time(totp.getCreatedDate()), time(totp.getDeadline()));
    }

    private static String text(String text) {
        return text == null ? "" : text;
    }

    private static String time(Long millis) {
        return millis == null ? "" : TIME.format(Instant.ofEpochMilli(millis));
    }

    private String json(Server server, TotpStatusCountRepresentation count) {
        ObjectNode object = JsonSerialization.mapper.createObjectNode();
        object.set("count", JsonSerialization.mapper.valueToTree(count));
        if (lists()) {
            people.read(server, status.or(null)).forEach(user -> object.withArray("users").addPOJO(user));
        }
        return object.toString();
    }
}
