package org.keycloak.testsuite.kcadm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A page of the docs with commands in blocks of the language {@code console}, and what they print.
 *
 * @param commands in their order
 */
record ConsolePage(List<ConsoleCommand> commands) {

    private static final String BEGIN = "```console";
    private static final String END = "```";
    private static final String PROMPT = "$ ";

    static ConsolePage read(Path page) throws IOException {
        List<ConsoleCommand> commands = new ArrayList<>();
        boolean inBlock = false;
        for (String line : Files.readAllLines(page)) {
            if (line.equals(BEGIN) || line.equals(END)) {
                inBlock = line.equals(BEGIN);
            } else if (inBlock && line.startsWith(PROMPT)) {
                commands.add(new ConsoleCommand(line.substring(PROMPT.length()), List.of()));
            } else if (inBlock) {
                commands.add(commands.remove(commands.size() - 1).with(line));
            }
        }
        return new ConsolePage(commands);
    }
}
