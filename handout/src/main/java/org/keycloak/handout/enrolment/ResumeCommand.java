package org.keycloak.handout.enrolment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import org.keycloak.handout.ExitCode;
import org.keycloak.handout.Progress;
import org.keycloak.handout.journal.Journal;
import org.keycloak.handout.server.LoginOptions;
import org.keycloak.handout.server.Refusal;
import org.keycloak.handout.server.Server;
import org.keycloak.representations.idm.CreateCredentialsRepresentation.UserSelection;
import org.keycloak.representations.idm.CreateTotpRepresentation;
import org.keycloak.representations.idm.CreatedCredentialRepresentation;
import org.keycloak.util.JsonSerialization;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code resume}: an interrupted run goes on. */
@Command(name = "resume", mixinStandardHelpOptions = true, sortOptions = false, abbreviateSynopsis = true, exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = { "0:Each user has a TOTP.", "1:Nothing was done. The journal is kept.", "2:The command line is wrong.",
                "3:Some users got none, or --sheets-only was given.", "4:Interrupted: resume goes on." },
        description = { "Goes on with a run of enrol that was interrupted, and makes its files.",
                "Users whose TOTP was created by this run and whose secret never came get a new one. All others keep theirs.",
                "The server, the realm, the users and the files are those of the run." })
public final class ResumeCommand implements Callable<Integer> {

    /** Ids a request. */
    private static final int PART = 5_000;

    @Spec
    private CommandSpec command;

    @Parameters(paramLabel = "JOURNAL", description = "Journal of the run, such as staff.pdf.journal.")
    private Path file;

    @ArgGroup(exclusive = false, validate = false, order = 99, heading = "%nThe login:%n")
    private final LoginOptions login = new LoginOptions();

    @Option(names = "--sheets-only", description = "Only make the files of the users whose secrets came, without the server. The journal is kept.")
    private boolean sheetsOnly;

    @Option(names = "--json", description = "Print the summary as JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        Summary summary = new Summary(command.commandLine().getOut(), json);
        try (Journal journal = Journal.open(file.toAbsolutePath())) {
            Run run = journal.header(Run.class);
            if (sheetsOnly) {
                return new HandedOut(run, journal).only(new Counts(journal.acknowledged().size(), null, 0, Map.of()), List.of(), summary);
            }
            if (login.realm() != null && !login.realm().equals(run.realm())) {
                throw new Refusal(ExitCode.USAGE, "--realm: the run is of the realm " + run.realm() + ".");
            }
            try (Server server = login.or(run.server(), run.realm()).connect()) {
                return resume(server, run, journal, summary);
            }
        }
    }

    private int resume(Server server, Run run, Journal journal, Summary summary) throws IOException {
        try (Interruption interruption = Interruption.told(journal, command.commandLine().getErr())) {
            long begun = server.time().getEpochSecond() * 1000;
            journal.note(Notes.RESUMED + begun, begun);
            Enrolment enrolment = new Enrolment(server, run, journal);
            try (Progress progress = Progress.of("Enrolling", "users", NumberOfUsers.in(run.users(), server))) {
                enrolment.enrol(run.users(), credential(run, journal, false), progress);
            }
            LostLines lines = new LostLines(run, WorkingTimes.of(run, journal), method(run, journal));
            boolean ended = replaceLost(server, run, journal, lines, enrolment);
            List<String> warnings = new ArrayList<>(OutdatedLines.leaveOut(journal, server));
            lines.ofOthers(enrolment.existing(), server).forEach(user -> warnings.add(user + ": keeps a TOTP of somebody else, which was created since the run began."
                    + " If nobody has handed it out, enrol this user with --replace."));
            HandedOut files = new HandedOut(run, journal);
            return ended ? files.finish(enrolment.counts(), warnings, summary) : files.only(enrolment.counts(), warnings, summary);
        } catch (RuntimeException e) {
            throw Interruption.refusal(journal, e);
        }
    }

    /** @return whether nobody is left whose secret never came */
    private static boolean replaceLost(Server server, Run run, Journal journal, LostLines lines, Enrolment enrolment) {
        List<String> lost = lines.toReplace(enrolment.existing(), server);
        for (int first = 0; first < lost.size(); first += PART) {
            UserSelection part = new UserSelection();
            part.setIds(lost.subList(first, Math.min(first + PART, lost.size())));
            try (Progress progress = Progress.of("Replacing", "users", NumberOfUsers.in(part, server))) {
                enrolment.enrol(part, credential(run, journal, true), progress);
            }
        }
        return !lines.remain(enrolment.failed(), server);
    }

    /** Name of the run's method, as a line has it: the request may have the id. */
    private static String method(Run run, Journal journal) {
        Iterator<CreatedCredentialRepresentation> lines = journal.lines();
        return lines.hasNext() ? (String) lines.next().getCredential().get("method") : run.credential().getMethod();
    }

    /** If the realm's default method is another one by now, the users whose lines came would get a second TOTP without the method of these lines. */
    static CreateTotpRepresentation credential(Run run, Journal journal, boolean replace) {
        CreateTotpRepresentation credential = JsonSerialization.mapper.convertValue(run.credential(), CreateTotpRepresentation.class);
        if (credential.getMethod() == null) {
            credential.setMethod(method(run, journal));
        }
        credential.setReplaceExisting(replace);
        return credential;
    }
}
