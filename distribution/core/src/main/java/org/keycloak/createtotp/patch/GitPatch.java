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
        return changes.stream().map(GitPatch::of).collect(Collectors.joining());
    }

    private static String of(Change change) {
        byte[] before = change.isNewFile() ? new byte[0] : change.before();
        return header(change) + (RawText.isBinary(change.after()) ? BinaryHunk.of(before, change.after()) : files(change) + hunks(before, change.after()));
    }

    private static String header(Change change) {
        return "diff --git a/" + change.path() + " b/" + change.path() + "\n"
                + (change.isNewFile() ? "new file mode 100644\n" : "")
                + "index " + (change.isNewFile() ? ObjectId.zeroId() : id(change.before())).name() + ".." + id(change.after()).name() + "\n";
    }

    private static String files(Change change) {
        return "--- " + (change.isNewFile() ? "/dev/null" : "a/" + change.path()) + "\n"
                + "+++ b/" + change.path() + "\n";
    }

    private static String hunks(byte[] former, byte[] latter) {
        RawText before = new RawText(former);
        RawText after = new RawText(latter);
        ByteArrayOutputStream hunks = new ByteArrayOutputStream();
        try (DiffFormatter formatter = new DiffFormatter(hunks)) {
            formatter.format(new HistogramDiff().diff(RawTextComparator.DEFAULT, before, after), before, after);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return hunks.toString(StandardCharsets.UTF_8);
    }

    private static ObjectId id(byte[] content) {
        return new ObjectInserter.Formatter().idFor(Constants.OBJ_BLOB, content);
    }
}
