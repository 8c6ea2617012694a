package org.keycloak.handout.report;

import java.io.Console;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import jakarta.ws.rs.WebApplicationException;

import org.keycloak.handout.ExitCode;
import org.keycloak.handout.Terminal;
import org.keycloak.handout.server.LoginOptions;
import org.keycloak.handout.server.Refusal;
import org.keycloak.handout.server.Server;
import org.keycloak.handout.server.ServerErrors;
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

/** {@code revoke}: removes TOTPs that nobody has begun to use. */
@Command(name = "revoke", mixinStandardHelpOptions = true, sortOptions = false, abbreviateSynopsis = true, exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = { "0:All were removed.", "3:Some were not." },
        description = { "Removes TOTPs that were created before a time and never used. Other TOTPs of these users stay.",
                "A user who has no OTP then logs in with the password alone, unless the realm requires an OTP: then the setup page follows the password." })
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

    /** A TOTP to remove. */
    private record Unused(String userId, String username, String id) {
    }

    @Override
    public Integer call() {
        try (Server server = login.connect()) {
            // All of them first: a removal moves the users of the next page.
            List<Unused> unused = people.read(server, null).flatMap(this::unused).toList();
            if (dryRun) {
                return print("revocable", unused, List.of());
            }
            confirm(unused.size());
            List<Unused> revoked = new ArrayList<>();
            List<String> kept = new ArrayList<>();
            for (Unused totp : unused) {
                String reason = revoke(server, totp);
                if (reason == null) {
                    revoked.add(totp);
                } else {
                    kept.add(totp.username() + ": " + reason);
                }
            }
            return print("revoked", revoked, kept);
        }
    }

    private Stream<Unused> unused(UserTotpStatusRepresentation user) {
        return user.getTotps().stream().filter(this::isUnused).map(totp -> new Unused(user.getId(), user.getUsername(), totp.getId()));
    }

    private boolean isUnused(Totp totp) {
        return Boolean.FALSE.equals(totp.isUsed()) && totp.getCreatedDate() != null && totp.getCreatedDate() < since.toEpochMilli();
    }

    /**
     * Asks once more, because the list may be old.
     *
     * @return why the TOTP stays; {@code null} if it is removed
     */
    private String revoke(Server server, Unused totp) {
        try {
            if (server.credentials(totp.userId()).totpStatus().getTotps().stream().noneMatch(now -> now.getId().equals(totp.id()) && isUnused(now))) {
                return "It was used or removed in the meantime.";
            }
            server.user(totp.userId()).removeCredential(totp.id());
            return null;
        } catch (WebApplicationException e) {
            return ServerErrors.of(e).getMessage();
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

    private int print(String what, List<Unused> totps, List<String> kept) {
        PrintWriter out = command.commandLine().getOut();
        if (json) {
            ObjectNode object = JsonSerialization.mapper.createObjectNode();
            totps.forEach(totp -> object.withArray(what).addObject().put("username", totp.username()).put("userId", totp.userId()).put("id", totp.id()));
            kept.forEach(reason -> object.withArray("kept").add(reason));
            out.println(object);
        } else {
            out.println((dryRun ? "TOTPs that would be removed: " : "TOTPs that were removed: ") + totps.size());
            totps.forEach(totp -> out.println("  " + Terminal.line(totp.username())));
            kept.forEach(reason -> out.println("Kept: " + Terminal.line(reason)));
        }
        out.flush();
        return kept.isEmpty() ? ExitCode.OK : ExitCode.PARTLY;
    }
}
