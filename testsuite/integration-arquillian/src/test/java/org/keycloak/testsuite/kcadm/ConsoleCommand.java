package org.keycloak.testsuite.kcadm;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A command of a page, and what the page says that it prints.
 *
 * @param output line by line, with {@code …} for what differs each time; none where the page is silent
 */
record ConsoleCommand(String command, List<String> output) {

    private static final String ELLIPSIS = "…";
    private static final String CONTINUED = "\\";

    /** With the next line of the page: more of the command, or of what it prints. */
    ConsoleCommand followedBy(String line) {
        return command.endsWith(CONTINUED)
                ? new ConsoleCommand(command + "\n" + line, output)
                : new ConsoleCommand(command, Stream.concat(output.stream(), Stream.of(line)).toList());
    }

    /** Whether the page tells the truth. */
    boolean prints(String actual) {
        return output.isEmpty() || expected().matcher(actual.strip()).matches();
    }

    private Pattern expected() {
        String text = String.join("\n", output);
        return Pattern.compile(Arrays.stream(text.split(ELLIPSIS, -1)).map(Pattern::quote).collect(Collectors.joining(".*")), Pattern.DOTALL);
    }
}
