package org.keycloak.testsuite.kcadm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A page of the docs with commands in blocks of the language {@code console}, and what they print.
 *
 * @param commands in their order
 * @param elsewhere lines with a command of kcadm.sh that are in no such block, so that nothing runs them
 */
record ConsolePage(Path path, List<ConsoleCommand> commands, List<String> elsewhere) {

    private static final String LANGUAGE = "[source,console]";
    private static final String FENCE = "----";
    private static final String PROMPT = "$ ";
    private static final String CONTINUED = "\\";

    /** All of them, in the directory and those below it. */
    static List<ConsolePage> in(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(".adoc")).sorted().map(ConsolePage::read)
                    .filter(page -> !page.commands.isEmpty() || !page.elsewhere.isEmpty()).toList();
        }
    }

    private static ConsolePage read(Path path) {
        List<ConsoleCommand> commands = new ArrayList<>();
        List<String> elsewhere = new ArrayList<>();
        boolean console = false;
        boolean inBlock = false;
        for (String line : lines(path)) {
            if (line.equals(FENCE)) {
                inBlock = !inBlock;
                console = console && inBlock;
            } else if (!inBlock) {
                console = line.equals(LANGUAGE);
            } else if (!console) {
                if (line.startsWith(PROMPT) && line.contains("kcadm.sh")) {
                    elsewhere.add(line);
                }
            } else if (line.startsWith(PROMPT)) {
                commands.add(new ConsoleCommand(line.substring(PROMPT.length()), List.of()));
            } else {
                ConsoleCommand last = commands.remove(commands.size() - 1);
                commands.add(last.command().endsWith(CONTINUED) ? last.continuedWith(line) : last.with(line));
            }
        }
        return new ConsolePage(path, commands, elsewhere);
    }

    private static List<String> lines(Path path) {
        try {
            return Files.readAllLines(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the page begins with a login of its own; the others are for readers who have one. */
    boolean logsIn() {
        return commands.stream().anyMatch(command -> command.command().startsWith("kcadm.sh config credentials --server http://localhost:8080 --realm master"));
    }

    /** Whether the page makes the realm that it speaks of. */
    boolean createsRealm() {
        return commands.stream().anyMatch(command -> command.command().startsWith("kcadm.sh create realms"));
    }

    @Override
    public String toString() {
        return path.getFileName().toString();
    }
}
