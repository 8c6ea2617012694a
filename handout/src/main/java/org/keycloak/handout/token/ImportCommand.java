package org.keycloak.handout.token;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import org.keycloak.handout.server.LoginOptions;
import org.keycloak.handout.server.Server;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code import}: users get the hardware tokens of a file. */
@Command(name = "import", mixinStandardHelpOptions = true, abbreviateSynopsis = true, sortOptions = false, exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = { "0:Each token is imported, or was there already.", "1:Nothing was done.", "2:The command line is wrong.", "3:Some rows were rejected.",
                "4:The reply was cut off: import the file again." },
        description = { "Gives users the hardware tokens of a file: CSV with a header in any order, such as the columns of Microsoft Entra ID, or serial numbers and seeds without a header; or PSKC (RFC 6030).",
                "Rows of CSV that are rejected are in a file of their own, with the reason, to mend and import. Those of PSKC are serial numbers and users, to mend and --assign.",
                "A file can be imported again: tokens that users have are told as already there." })
public final class ImportCommand implements Callable<Integer> {

    @Spec
    private CommandSpec command;

    @Parameters(paramLabel = "FILE", description = "The tokens.")
    private Path file;

    @ArgGroup(exclusive = false, validate = false, order = 99, heading = "%nThe login:%n")
    private final LoginOptions login = new LoginOptions();

    @ArgGroup(exclusive = false, validate = false, heading = "%nThe file:%n")
    private FileOptions reading = new FileOptions();

    @ArgGroup(exclusive = false, validate = false, heading = "%nThe TOTPs:%n")
    private ImportFields fields = new ImportFields();

    @Option(names = "--rejected", paramLabel = "FILE",
            description = "Where the rejected rows go. Its owner alone can read it. Default: beside the tokens, with -rejected.csv at the end.")
    private Path rejectedFile;

    @Option(names = "--dry-run", description = "Only check the file. No server is needed.")
    private boolean dryRun;

    @Option(names = "--json", description = "Print the summary as JSON.")
    private boolean json;

    @Override
    public Integer call() {
        ImportSummary summary = new ImportSummary(command.commandLine().getOut(), command.commandLine().getErr(), json, reading.isPskc(file));
        TokenFile tokens = reading.read(file);
        summary.recognised(tokens);
        ImportPlan plan = ImportPlan.of(tokens, reading.assignment(), fields.label());
        if (dryRun) {
            return summary.checked(plan);
        }
        RejectedFile mend = RejectedFile.of(rejectedFile, file);
        List<RejectedRow> rejected = new ArrayList<>(plan.rejected());
        try (Server server = login.connect()) {
            TokenImport tokenImport = new TokenImport(server, fields);
            tokenImport.send(plan.tokens());
            rejected.addAll(tokenImport.rejected());
            if (!rejected.isEmpty()) {
                mend.write(tokens.columns(), tokens.delimiter(), rejected);
            }
            return summary.imported(tokenImport, rejected, mend);
        }
    }
}
