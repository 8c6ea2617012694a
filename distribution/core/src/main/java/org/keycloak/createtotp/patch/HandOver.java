package org.keycloak.createtotp.patch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Adds a fragment to a file of Keycloak's, line by line. In Keycloak's style a member begins at an indentation of four spaces. It ends with a
 * semicolon, or at a closing brace at the same indentation. README.md says what a fragment is.
 */
final class HandOver {

    private static final Pattern AFTER = Pattern.compile("\\s*// after: (\\S+)");
    private static final Pattern PLACE = Pattern.compile("\\s*// in place of: \\w+(?:, which (?:becomes: (\\w+)|(is empty)))?");
    private static final Pattern BETWEEN_MEMBERS = Pattern.compile("\\s*}?|\\s*(//|/\\*|\\*).*");
    private static final Pattern TYPE = Pattern.compile("(\\w+ )*(class|interface) .*");
    private static final Pattern MEMBER = Pattern.compile(" {4}[a-zA-Z<].*");
    /** Beginnings of lines, in the order of Keycloak's Spotless, which has a blank line between them. The longest one that fits counts. */
    private static final List<String> IMPORTS = List.of("package ", "import java", "import jakarta.", "import org.keycloak.", "import ", "import static ");

    private final String path;
    private final List<String> lines;
    /** Where the next member goes. */
    private int next;

    private HandOver(String path, String keycloak) {
        this.path = path;
        this.lines = lines(keycloak);
    }

    /**
     * @param path of the file
     * @return Keycloak's file with the fragment
     * @throws IllegalStateException if the fragment doesn't fit
     */
    static String merge(String path, String keycloak, String fragment) {
        HandOver file = new HandOver(path, keycloak);
        if (path.endsWith(".java")) {
            file.add(lines(fragment));
        } else {
            file.include(lines(fragment));
        }
        return String.join("\n", file.lines);
    }

    private static List<String> lines(String text) {
        return new ArrayList<>(List.of(text.split("\n", -1)));
    }

    private void add(List<String> fragment) {
        int type = type(fragment);
        for (int begin = type + 1, code = begin; code < fragment.size(); code++) {
            if (!BETWEEN_MEMBERS.matcher(fragment.get(code)).matches()) {
                int declaration = first(fragment, code, line -> MEMBER.matcher(fragment.get(line)).matches());
                int end = end(fragment, declaration);
                add(fragment.subList(begin, code), fragment.get(declaration), fragment.subList(code, end));
                begin = end;
                code = end - 1;
            }
        }
        if (fragment.get(type).contains(" implements ")) {
            String interfaces = fragment.get(type).replaceFirst(".* implements (.*) \\{", ", $1");
            int declaration = type(lines);
            lines.set(declaration, lines.get(declaration).replaceFirst("(\\s*/\\*.*\\*/)?\\s*\\{$", interfaces + "$0"));
        }
        fragment.stream().filter(line -> line.startsWith("import ")).forEach(this::addImport);
    }

    private void add(List<String> comments, String declaration, List<String> code) {
        Optional<MatchResult> place = found(PLACE, comments);
        if (place.isPresent()) {
            takePlace(declaration, place.get(), code);
        } else if (lines.contains(declaration)) {
            throw new IllegalStateException(path + ": there is already" + declaration.substring(3));
        } else {
            found(AFTER, comments).ifPresent(after -> next = endOfLast(after.group(1)));
            Stream<String> javadoc = comments.stream().filter(line -> !AFTER.matcher(line).matches()).dropWhile(String::isBlank);
            insert(Stream.of(Stream.of(""), javadoc, code.stream()).flatMap(added -> added).toList());
        }
    }

    /** Our method gets the comment above Keycloak's method. */
    private void takePlace(String declaration, MatchResult place, List<String> code) {
        int theirs = lines.indexOf(declaration);
        if (theirs < 0) {
            throw new IllegalStateException(path + ": there is no" + declaration.substring(3));
        }
        next = theirs;
        while (!BETWEEN_MEMBERS.matcher(lines.get(next - 1)).matches()) { // annotations
            next--;
        }
        if (place.group(1) != null) {
            lines.set(theirs, declaration.replaceFirst("(public|protected|private) (.*?)\\w+\\(", "private $2" + place.group(1) + "("));
            lines.subList(next, theirs).remove("    @Override");
            lines.add(next, "");
        } else {
            int end = end(lines, theirs);
            if (place.group(2) != null && end - theirs > 2) {
                throw new IllegalStateException(path + ": not empty:" + declaration.substring(3));
            }
            lines.subList(next, end).clear();
        }
        insert(code);
    }

    private void insert(List<String> added) {
        lines.addAll(next, added);
        next += added.size();
    }

    /** The line after the last member of this name. */
    private int endOfLast(String name) {
        Pattern member = Pattern.compile(" {4}[a-zA-Z<][^(=;]*\\b" + name + "(\\(| =|;).*");
        return IntStream.range(0, lines.size()).filter(line -> member.matcher(lines.get(line)).matches()).map(line -> end(lines, line)).max()
                .orElseThrow(() -> new IllegalStateException(path + ": there is no " + name));
    }

    /** The line after a member. */
    private int end(List<String> source, int declaration) {
        int opened = first(source, declaration, line -> source.get(line).matches(".*[;{}](\\s+//.*)?"));
        return 1 + (source.get(opened).matches(".*\\{(\\s+//.*)?") ? first(source, opened, line -> source.get(line).startsWith("    }")) : opened);
    }

    /** The line that opens the class. */
    private int type(List<String> source) {
        return first(source, first(source, 0, line -> TYPE.matcher(source.get(line)).matches()), line -> source.get(line).endsWith("{"));
    }

    private int first(List<String> source, int from, IntPredicate line) {
        return IntStream.range(from, source.size()).filter(line).findFirst().orElseThrow(() -> new IllegalStateException(path + ": not in Keycloak's style"));
    }

    /** Imports that are out of order stay as they are. */
    private void addImport(String added) {
        List<String> group = lines.stream().filter(line -> group(line) == group(added)).sorted(Comparator.comparing(HandOver::name)).toList();
        Optional<String> before = group.stream().filter(line -> name(line).compareTo(name(added)) < 0).reduce((former, latter) -> latter);
        if (group.isEmpty()) {
            String former = lines.stream().filter(line -> group(line) >= 0 && group(line) < group(added)).reduce((one, other) -> other).orElseThrow();
            lines.addAll(lines.indexOf(former) + 1, List.of("", added));
        } else if (!group.contains(added)) {
            lines.add(before.map(line -> lines.indexOf(line) + 1).orElseGet(() -> lines.indexOf(group.get(0))), added);
        }
    }

    private static String name(String line) {
        return line.replace(";", "");
    }

    private static int group(String line) {
        return IMPORTS.stream().filter(line::startsWith).max(Comparator.comparing(String::length)).map(IMPORTS::indexOf).orElse(-1);
    }

    private void include(List<String> fragment) {
        String topic = found(AFTER, fragment).orElseThrow().group(1);
        next = 1 + IntStream.range(0, lines.size()).filter(line -> lines.get(line).startsWith("include::" + topic + "[")).findFirst()
                .orElseThrow(() -> new IllegalStateException(path + ": there is no include of " + topic));
        insert(fragment.stream().skip(1).filter(line -> !line.isEmpty()).toList());
    }

    private static Optional<MatchResult> found(Pattern direction, List<String> comments) {
        return comments.stream().flatMap(line -> direction.matcher(line).results()).findFirst();
    }
}
