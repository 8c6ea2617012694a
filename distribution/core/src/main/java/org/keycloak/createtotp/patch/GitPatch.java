package org.keycloak.createtotp.patch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.stream.Collectors;

import org.eclipse.jgit.diff.DiffFormatter;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;

/**
 * Changes as {@code git diff --full-index} writes them: the whole ids let {@code git apply --3way} fall back on a merge. File modes
 * are left to the tree that the patch is for.
 */
final class GitPatch {

    private GitPatch() {
    }

    static String of(Collection<Change> changes) {
        return changes.stream().map(change -> header(change) + hunks(change)).collect(Collectors.joining());
    }

    private static String header(Change change) {
        String a = "a/" + change.path();
        String b = "b/" + change.path();
        return "diff --git " + a + " " + b + "\n"
                + (change.isNewFile() ? "new file mode 100644\n" : "")
                + "index " + (change.isNewFile() ? ObjectId.zeroId() : id(change.before())).name() + ".." + id(change.after()).name() + "\n"
                + "--- " + (change.isNewFile() ? "/dev/null" : a) + "\n"
                + "+++ " + b + "\n";
    }

    private static String hunks(Change change) {
        RawText before = new RawText(bytes(change.isNewFile() ? "" : change.before()));
        RawText after = new RawText(bytes(change.after()));
        ByteArrayOutputStream hunks = new ByteArrayOutputStream();
        try (DiffFormatter formatter = new DiffFormatter(hunks)) {
            formatter.format(new HistogramDiff().diff(RawTextComparator.DEFAULT, before, after), before, after);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return hunks.toString(StandardCharsets.UTF_8);
    }

    private static ObjectId id(String text) {
        return new ObjectInserter.Formatter().idFor(Constants.OBJ_BLOB, bytes(text));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
