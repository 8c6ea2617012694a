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
        return changes.stream().map(change -> header(change) + (FileText.isPicture(change.path()) ? binary(change) : lines(change))).collect(Collectors.joining());
    }

    private static String header(Change change) {
        return "diff --git a/" + change.path() + " b/" + change.path() + "\n"
                + (change.isNewFile() ? "new file mode 100644\n" : "")
                + "index " + (change.isNewFile() ? ObjectId.zeroId() : id(change, change.before())).name() + ".." + id(change, change.after()).name() + "\n";
    }

    private static String binary(Change change) {
        return BinaryHunk.of(bytes(change, change.before()), bytes(change, change.after()));
    }

    private static String lines(Change change) {
        return "--- " + (change.isNewFile() ? "/dev/null" : "a/" + change.path()) + "\n"
                + "+++ b/" + change.path() + "\n"
                + hunks(change);
    }

    private static String hunks(Change change) {
        RawText before = new RawText(bytes(change, change.before()));
        RawText after = new RawText(bytes(change, change.after()));
        ByteArrayOutputStream hunks = new ByteArrayOutputStream();
        try (DiffFormatter formatter = new DiffFormatter(hunks)) {
            formatter.format(new HistogramDiff().diff(RawTextComparator.DEFAULT, before, after), before, after);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return hunks.toString(StandardCharsets.UTF_8);
    }

    private static ObjectId id(Change change, String text) {
        return new ObjectInserter.Formatter().idFor(Constants.OBJ_BLOB, bytes(change, text));
    }

    /** None of a file that isn't there. */
    private static byte[] bytes(Change change, String text) {
        return text == null ? new byte[0] : text.getBytes(FileText.charset(change.path()));
    }
}
