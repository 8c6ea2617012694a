package org.keycloak.handout.report;

import java.io.IOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;

import org.keycloak.handout.ExitCode;
import org.keycloak.handout.Terminal;
import org.keycloak.handout.output.CsvCell;
import org.keycloak.handout.server.LoginOptions;
import org.keycloak.handout.server.Server;
import org.keycloak.representations.idm.UserTotpStatusRepresentation;
import org.keycloak.representations.idm.UserTotpStatusRepresentation.Totp;
import org.keycloak.util.JsonSerialization;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code remind}: whom to write to. */
@Command(name = "remind", mixinStandardHelpOptions = true, sortOptions = false, abbreviateSynopsis = true,
        description = { "Prints the names and mail addresses of those who haven't used their TOTP, as CSV, those with the nearest deadline first.",
                "Users who are disabled are left out, because they can't log in." })
public final class RemindCommand implements Callable<Integer> {

    @Spec
    private CommandSpec command;

    @ArgGroup(exclusive = false, validate = false, order = 99, heading = "%nThe login:%n")
    private final LoginOptions login = new LoginOptions();

    @Mixin
    private PeopleOptions people;

    @Option(names = "--status", paramLabel = "STATUS", defaultValue = "unused",
            description = "Users with this status: unused, none, expired, or several with commas between them. Default: ${DEFAULT-VALUE}.")
    private String status;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    /** One of them. */
    record Reminder(String username, String firstName, String lastName, String email, String status, Instant deadline) {

        static Reminder of(UserTotpStatusRepresentation user) {
            Instant deadline = user.getTotps().stream().filter(totp -> totp.getStatus().equals(user.getStatus())).map(Totp::getDeadline).filter(Objects::nonNull)
                    .min(Comparator.naturalOrder()).map(Instant::ofEpochMilli).orElse(null);
            return new Reminder(user.getUsername(), user.getFirstName(), user.getLastName(), user.getEmail(), user.getStatus(), deadline);
        }

        /** In the order of the columns. */
        Map<String, Object> fields() {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("username", username);
            fields.put("firstName", firstName);
            fields.put("lastName", lastName);
            fields.put("email", email);
            fields.put("status", status);
            fields.put("deadline", deadline == null ? null : deadline.toString());
            return fields;
        }
    }

    @Override
    public Integer call() throws IOException {
        try (Server server = login.connect()) {
            List<Reminder> reminders = people.read(server, status).filter(user -> Boolean.TRUE.equals(user.isEnabled())).map(Reminder::of)
                    .sorted(Comparator.comparing(Reminder::deadline, Comparator.nullsLast(Comparator.naturalOrder()))).toList();
            if (json) {
                command.commandLine().getOut().println(JsonSerialization.mapper.createObjectNode().set("users", JsonSerialization.mapper.valueToTree(
                        reminders.stream().map(Reminder::fields).toList())));
            } else {
                print(reminders);
            }
            command.commandLine().getOut().flush();
        }
        return ExitCode.OK;
    }

    private void print(List<Reminder> reminders) throws IOException {
        CSVPrinter csv = new CSVPrinter(command.commandLine().getOut(), CSVFormat.RFC4180);
        csv.printRecord("username", "firstName", "lastName", "email", "status", "deadline");
        for (Reminder reminder : reminders) {
            csv.printRecord(reminder.fields().values().stream().map(CsvCell::of).map(Terminal::lineIfSeen).toList());
        }
    }
}
