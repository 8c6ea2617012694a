package org.keycloak.handout.output;

import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Names of files for the users of one run, which Linux, macOS and Windows take. What can't be in a name is written as its UTF-8 bytes, such as
 * {@code %2F} for a slash, so that the username can be read from the name. The same users in the same order have the same names.
 */
public final class FileNames {

    /** Bytes of a name without its number and ending: few enough for encrypted file systems, which take 143, and for paths on Windows. */
    private static final int MAX_BYTES = 120;
    /** Also what has no ink, what turns the direction of writing, halves of surrogate pairs, and the percent sign itself. */
    private static final Pattern UNSAFE = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}/\\\\:*?\"<>|%]|^[.\\-~\\p{Z}]|[.\\p{Z}]$");
    /** Windows takes these for devices, with any ending. */
    private static final Pattern DEVICE = Pattern.compile("(con|prn|aux|nul|conin\\$|conout\\$|(com|lpt)[0-9\u00B9\u00B2\u00B3])\\s*(\\..*)?",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern NOT_ASCII = Pattern.compile("[^\\x00-\\x7F]");

    private final Set<String> taken = new HashSet<>();
    private final Predicate<String> isPossible;

    public FileNames() {
        this(FileNames::isPossible);
    }

    /**
     * @param isPossible whether this machine can have a file of this name, as far as its characters go
     */
    FileNames(Predicate<String> isPossible) {
        this.isPossible = isPossible;
    }

    /**
     * The name for the next user. If another user has it, or has it in other case, a tilde and a number follow.
     *
     * @return a name without an ending
     */
    public String next(String username) {
        String name = shortened(safe(Normalizer.normalize(username, Normalizer.Form.NFC)));
        String free = name;
        for (int number = 2; !taken.add(folded(free)); number++) {
            free = name + "~" + number;
        }
        return free;
    }

    /** Java makes no names of other characters than ASCII in the locale C, which jobs of cron have. */
    private static boolean isPossible(String name) {
        try {
            Path.of(name);
            return true;
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private String safe(String text) {
        String name = UNSAFE.matcher(text).replaceAll(FileNames::percent);
        if (!isPossible.test(name)) {
            name = NOT_ASCII.matcher(name).replaceAll(FileNames::percent);
        }
        if (name.isEmpty()) {
            return "%";
        }
        return DEVICE.matcher(name).matches() ? Pattern.compile("^.").matcher(name).replaceFirst(FileNames::percent) : name;
    }

    private static String percent(MatchResult match) {
        StringBuilder bytes = new StringBuilder();
        for (byte b : match.group().getBytes(StandardCharsets.UTF_8)) {
            bytes.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
        }
        return bytes.toString();
    }

    private static String shortened(String name) {
        int end = name.length();
        while (name.substring(0, end).getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            end = name.offsetByCodePoints(end, -1);
        }
        return name.substring(0, end);
    }

    /** Equal for names that some file system takes for the same. */
    private static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }
}
