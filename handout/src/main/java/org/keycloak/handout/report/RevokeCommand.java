package org.keycloak.handout.report;

import java.io.Console;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;

import org.keycloak.handout.ExitCode;
import org.keycloak.handout.server.LoginOptions;
import org.keycloak.handout.server.Refusal;
import org.keycloak.handout.server.Server;
import org.keycloak.util.JsonSerialization;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code revoke}: removes TOTPs that nobody has begun to use. */
@Command(name = "revoke", mixinStandardHelpOptions = true, sortOptions = false, abbreviateSynopsis = true, exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = { "0:All were removed.", "3:Some were not." },
        description = { "Removes TOTPs that were created before a time and never used. Other TOTPs of these users stay.",
                "A user who has no other OTP logs in with the password alone then, unless the realm requires an OTP: the setup page follows the password there.",
                "A TOTP that is used while the command runs stays." })
public final class RevokeCommand implements Callable<Integer> {

    @Spec
    private CommandSpec command;

    @ArgGroup(exclusive = false, validate = false, order = 99, heading = "%nThe login:%n")
    private final LoginOptions login = new LoginOptions();

    @Mixin
    private PeopleOptions people;

    @Option(names = "--unused-since", required = true, paramLabel = "TIME", converter = PastTime.class,
            description = "Remove what was created before this day or time, such as 2026-11-01, or so long ago, such as 14d or PT12H.")
    private Instant since;

    @Option(names = "--dry-run", description = "Only tell which TOTPs would be removed.")
    private boolean dryRun;

    @Option(names = "--yes", description = "Don't ask before removing.")
    private boolean yes;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    public Integer call() {
        try (Server server = login.connect()) {
            // All of them first: a removal moves the users of the next page.
            List<UnusedTotp> unused = people.read(server, null).flatMap(user -> UnusedTotp.of(user, since)).toList();
            if (dryRun) {
                return print("revocable", unused, Map.of());
            }
            confirm(unused.size());
            Revocation revocation = new Revocation(server, since);
            revocation.revoke(unused);
            return print("revoked", revocation.revoked(), revocation.kept());
        }
    }

    private void confirm(int number) {
        if (yes || number == 0) {
            return;
        }
        Console console = System.console();
        if (console == null) {
            throw new Refusal(ExitCode.USAGE, number + " TOTPs would be removed. Nobody can be asked here: give --yes.");
        }
        if (!"y".equalsIgnoreCase(console.readLine("Remove %d TOTPs that were never used? [y/N] ", number))) {
            throw new Refusal("Nothing was removed.");
        }
    }

    private int print(String what, List<UnusedTotp> totps, Map<UnusedTotp, String> kept) {
        PrintWriter out = command.commandLine().getOut();
        if (json) {
            ObjectNode object = JsonSerialization.mapper.createObjectNode();
            ArrayNode removed = object.putArray(what);
            totps.forEach(totp -> removed.add(fields(totp)));
            ArrayNode left = object.putArray("kept");
            kept.forEach((totp, reason) -> left.add(fields(totp).put("message", reason)));
            out.println(object);
        } else {
            out.println((dryRun ? "TOTPs that would be removed: " : "TOTPs that were removed: ") + totps.size());
            Table.lines(totps.stream().map(RevokeCommand::row).toList()).forEach(out::println);
            if (!kept.isEmpty()) {
                out.println("TOTPs that stay: " + kept.size());
                Table.lines(kept.entrySet().stream().map(entry -> List.of(entry.getKey().username(), entry.getValue())).toList()).forEach(out::println);
            }
        }
        out.flush();
        return kept.isEmpty() ? ExitCode.OK : ExitCode.PARTLY;
    }

    private static ObjectNode fields(UnusedTotp unused) {
        return JsonSerialization.mapper.createObjectNode().put("username", unused.username()).put("userId", unused.userId()).put("credentialId", unused.totp().getId());
    }

    private static List<String> row(UnusedTotp unused) {
        return List.of(unused.username(), Objects.toString(unused.totp().getMethod(), ""), Objects.toString(unused.totp().getUserLabel(), ""),
                Table.time(unused.totp().getCreatedDate()));
    }
}
