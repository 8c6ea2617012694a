package org.keycloak.handout.enrolment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

import org.keycloak.handout.ExitCode;
import org.keycloak.handout.Progress;
import org.keycloak.handout.journal.Journal;
import org.keycloak.handout.server.LoginOptions;
import org.keycloak.handout.server.Refusal;
import org.keycloak.handout.server.Server;
import org.keycloak.handout.sheet.SheetOptions;
import org.keycloak.handout.sheet.SheetStyle;
import org.keycloak.representations.idm.CreateCredentialsRepresentation.UserSelection;
import org.keycloak.representations.idm.CreateTotpRepresentation;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code enrol}: each of the selected users gets a TOTP and a sheet. */
@Command(name = "enrol", mixinStandardHelpOptions = true, sortOptions = false, abbreviateSynopsis = true, exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = { "0:Each user has a TOTP.", "1:Nothing was done.", "2:The command line is wrong.", "3:Some users got none.", "4:Interrupted: resume goes on." },
        description = { "Gives each of the selected users a TOTP, and makes the sheets to hand out.",
                "Users who have a TOTP keep it. If the command is interrupted, resume goes on." })
public final class EnrolCommand implements Callable<Integer> {

    @Spec
    private CommandSpec command;

    @ArgGroup(multiplicity = "1", heading = "%nUsers, by one of these:%n")
    private SelectionOptions selection;

    @Option(names = "--sub-groups", description = "With --group: also the members of the groups below it.")
    private boolean subGroups;

    @ArgGroup(exclusive = false, validate = false, heading = "%nThe TOTP:%n")
    private CredentialOptions credential = new CredentialOptions();

    @ArgGroup(exclusive = false, validate = false, heading = "%nFiles, of which at least one is needed:%n")
    private OutputOptions output = new OutputOptions();

    @ArgGroup(exclusive = false, validate = false, heading = "%nThe sheets:%n")
    private SheetOptions sheets = new SheetOptions();

    @ArgGroup(exclusive = false, validate = false, heading = "%nThe login:%n")
    private final LoginOptions login = new LoginOptions();

    @Option(names = "--journal", paramLabel = "FILE", description = "Where the replies are kept until the files are made. Default: beside the first file, with .journal at the end.")
    private Path journalFile;

    @Option(names = "--dry-run", description = "Only tell who would get a TOTP.")
    private boolean dryRun;

    @Option(names = "--json", description = "Print the summary as JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        UserSelection users = selection.selection(subGroups);
        CreateTotpRepresentation totp = credential.credential();
        Summary summary = new Summary(command.commandLine().getOut(), json);
        if (dryRun) {
            try (Server server = login.connect()) {
                return summary.print(DryRun.of(server, users, totp));
            }
        }
        Outputs outputs = output.outputs();
        Path file = journalFile != null ? journalFile.toAbsolutePath().normalize() : outputs.journal();
        outputs.check(file);
        if (Files.exists(file)) {
            throw new Refusal(ExitCode.USAGE, file + " is the journal of a run that was interrupted. " + Interruption.advice(file));
        }
        SheetStyle style = outputs.haveSheets() ? sheets.style() : null;
        try (Server server = login.connect()) {
            if (outputs.areProtectedAlone()) {
                DryRun.checkPasswords(server, users, totp, outputs.passwordAttribute());
            }
            Run run = new Run(server.url(), server.realm(), users, totp, outputs, style, server.time().getEpochSecond() * 1000);
            try (Journal journal = Journal.create(file, run)) {
                return enrol(server, run, journal, summary);
            }
        }
    }

    private int enrol(Server server, Run run, Journal journal, Summary summary) throws IOException {
        try (Interruption interruption = Interruption.told(journal, command.commandLine().getErr())) {
            Enrolment enrolment = new Enrolment(server, run, journal);
            try (Progress progress = Progress.of("Enrolling", "users", NumberOfUsers.in(run.users(), server))) {
                enrolment.enrol(run.users(), run.credential(), progress);
            } catch (Refusal refusal) {
                journal.remove(); // nothing was done
                throw refusal;
            }
            return new HandedOut(run, journal).finish(enrolment.counts(), List.of(), summary);
        } catch (RuntimeException e) {
            throw Interruption.refusal(journal, e);
        }
    }
}
