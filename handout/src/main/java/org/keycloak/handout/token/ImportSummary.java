package org.keycloak.handout.token;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.keycloak.handout.ExitCode;
import org.keycloak.handout.Terminal;
import org.keycloak.util.JsonSerialization;

/** What came of an import: for the person, or as JSON for a script. It has no secret. */
final class ImportSummary {

    private static final int SHOWN = 20;

    /** A rejected row without its fields, one of which is the seed. */
    private record Reason(int row, String message) {
    }

    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean json;
    private final boolean toAssign;
    private final Map<String, Object> facts = new LinkedHashMap<>();

    /**
     * @param toAssign whether the file of rejected rows is mended to be given with {@code --assign}
     */
    ImportSummary(PrintWriter out, PrintWriter err, boolean json, boolean toAssign) {
        this.out = out;
        this.err = err;
        this.json = json;
        this.toAssign = toAssign;
    }

    /** Tells as what the file was read, before anything is sent. */
    void recognised(TokenFile file) {
        facts.put("format", file.format());
        err.println(Terminal.line("Format: " + file.format() + "."));
        err.flush();
    }

    int checked(ImportPlan plan) {
        facts.put("usable", plan.tokens().size());
        return end("Can be imported: " + plan.tokens().size() + ".", plan.rejected(), null);
    }

    int imported(TokenImport done, List<RejectedRow> rejected, RejectedFile file) {
        facts.put("created", done.created());
        facts.put("alreadyThere", done.alreadyThere());
        return end("Imported: " + done.created() + ". Already there: " + done.alreadyThere() + ".", rejected, file);
    }

    private int end(String text, List<RejectedRow> rejected, RejectedFile file) {
        List<RejectedRow> inOrder = rejected.stream().sorted(Comparator.comparing(RejectedRow::row)).toList();
        facts.put("rejected", inOrder.stream().map(row -> new Reason(row.row(), row.reason())).toList());
        if (file != null && !rejected.isEmpty()) {
            facts.put("rejectedFile", file.toString());
        }
        if (json) {
            out.println(asJson());
        } else {
            out.println(text + " Rejected: " + rejected.size() + ".");
            inOrder.stream().limit(SHOWN).forEach(row -> out.println("  " + Terminal.line(row.toString())));
            if (inOrder.size() > SHOWN) {
                out.println("  and " + (inOrder.size() - SHOWN) + " more");
            }
            if (facts.containsKey("rejectedFile")) {
                out.println("Mend the rejected rows in " + file + (toAssign ? ", and import the tokens again with --assign " + file + "."
                        : ", and import it with the same options. It has their seeds: delete it then."));
            }
        }
        out.flush();
        return rejected.isEmpty() ? ExitCode.OK : ExitCode.PARTLY;
    }

    private String asJson() {
        try {
            return JsonSerialization.mapper.writeValueAsString(facts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
