package org.keycloak.testsuite.kcadm;

import java.util.ArrayList;
import java.util.List;

/**
 * A block of a page: its commands in their order. A reader pastes it whole.
 */
record ConsoleBlock(List<ConsoleCommand> commands) {

    private static final String PROMPT = "$ ";

    static ConsoleBlock parse(String text) {
        List<ConsoleCommand> commands = new ArrayList<>();
        text.lines().forEach(line -> {
            if (line.startsWith(PROMPT)) {
                commands.add(new ConsoleCommand(line.substring(PROMPT.length()), List.of()));
            } else {
                commands.add(commands.remove(commands.size() - 1).followedBy(line));
            }
        });
        return new ConsoleBlock(commands);
    }
}
