package org.keycloak.createtotp.patch;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;

/**
 * Changes as {@code git diff} writes them.
 */
final class GitPatch {

    private static final int CONTEXT = 3;
    private static final int FILE_HEADER = 2;
    private static final String NEW_FILE = "@@ -1,0 ";
    private static final Pattern AFTER_LINE_END = Pattern.compile("(?<=\n)");

    private GitPatch() {
    }

    static String of(Collection<Change> changes) {
        return changes.stream().map(GitPatch::of).collect(Collectors.joining());
    }

    private static String of(Change change) {
        StringBuilder patch = new StringBuilder("diff --git a/" + change.path() + " b/" + change.path() + "\n");
        if (change.isNewFile()) {
            patch.append("new file mode 100644\nindex ").append("0".repeat(40)).append("..").append(blob(change.after()));
            patch.append("\n--- /dev/null\n");
        } else {
            patch.append("index ").append(blob(change.before())).append("..").append(blob(change.after())).append('\n');
            patch.append("--- a/").append(change.path()).append('\n');
        }
        return patch.append("+++ b/").append(change.path()).append('\n').append(hunks(change)).toString();
    }

    private static String hunks(Change change) {
        List<String> before = change.isNewFile() ? List.of() : lines(change.before());
        return UnifiedDiffUtils.generateUnifiedDiff("", "", before, DiffUtils.diff(before, lines(change.after())), CONTEXT).stream()
                .skip(FILE_HEADER)
                .map(GitPatch::line)
                .collect(Collectors.joining());
    }

    /** Each with its line end: a last line without one differs from the same line with one. */
    private static List<String> lines(String text) {
        return text.isEmpty() ? List.of() : List.of(AFTER_LINE_END.split(text));
    }

    private static String line(String line) {
        if (line.endsWith("\n")) {
            return line;
        }
        if (line.startsWith(NEW_FILE)) {
            return line.replace(NEW_FILE, "@@ -0,0 ") + "\n"; // as git has it
        }
        return line + (line.startsWith("@@") ? "\n" : "\n\\ No newline at end of file\n");
    }

    /** The file's id in git, which lets {@code git apply --3way} fall back on a merge. */
    private static String blob(String text) {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        try {
            MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
            sha1.update(("blob " + content.length + "\0").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha1.digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java platform has it
        }
    }
}
