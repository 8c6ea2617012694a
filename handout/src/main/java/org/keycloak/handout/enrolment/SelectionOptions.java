package org.keycloak.handout.enrolment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.keycloak.handout.ExitCode;
import org.keycloak.handout.server.Refusal;
import org.keycloak.representations.idm.CreateCredentialsRepresentation.UserSelection;

import picocli.CommandLine.Option;

/** The options that select users, of which a command has exactly one. They are the fields of {@link UserSelection}. */
final class SelectionOptions {

    @Option(names = "--group", paramLabel = "PATH", description = "The members of a group: its path, such as /staff, or its id.")
    private String group;

    @Option(names = "--role", paramLabel = "NAME", description = "The users who have a role of the realm themselves.")
    private String role;

    @Option(names = "--search", paramLabel = "TEXT", description = "The users that the list of users finds.")
    private String search;

    @Option(names = "--query", paramLabel = "KEY:VALUE", description = "The users who have these attributes, such as department:sales.")
    private String query;

    @Option(names = "--usernames", split = ",", paramLabel = "NAME", description = "The users with these names, with commas between them.")
    private List<String> usernames;

    @Option(names = "--usernames-file", paramLabel = "FILE", description = "The users with the names in this file, one in each line.")
    private Path usernamesFile;

    @Option(names = "--ids-file", paramLabel = "FILE", description = "The users with the ids in this file, one in each line.")
    private Path idsFile;

    @Option(names = "--all", description = "All users of the realm.")
    private boolean all;

    /**
     * @param subGroups whether the members of the groups below a group are meant as well
     * @throws Refusal if a file can't be read
     */
    UserSelection selection(boolean subGroups) {
        if (subGroups && group == null) {
            throw new Refusal(ExitCode.USAGE, "--sub-groups goes with --group only.");
        }
        UserSelection selection = new UserSelection();
        selection.setGroup(group);
        selection.setSubGroups(subGroups ? true : null);
        selection.setRole(role);
        selection.setSearch(search);
        selection.setQ(query);
        selection.setUsernames(usernamesFile == null ? usernames : lines("--usernames-file", usernamesFile));
        selection.setIds(idsFile == null ? null : lines("--ids-file", idsFile));
        selection.setAll(all ? true : null);
        return selection;
    }

    private static List<String> lines(String option, Path file) {
        try {
            return Files.readAllLines(file).stream().map(String::strip).filter(line -> !line.isEmpty()).toList();
        } catch (IOException e) {
            throw new Refusal(ExitCode.USAGE, option + ": " + file + " can't be read as text in UTF-8.");
        }
    }
}
