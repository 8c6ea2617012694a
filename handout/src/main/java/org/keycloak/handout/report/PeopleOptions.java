package org.keycloak.handout.report;

import java.util.stream.Stream;

import org.keycloak.admin.client.resource.UsersTotpStatusResource;
import org.keycloak.handout.server.Server;
import org.keycloak.handout.server.StatusPages;
import org.keycloak.representations.idm.TotpStatusCountRepresentation;
import org.keycloak.representations.idm.UserTotpStatusRepresentation;

import picocli.CommandLine.Option;

/** The options that say whom a report is about. Without them, it is about all users of the realm. */
final class PeopleOptions {

    @Option(names = "--group", paramLabel = "PATH", description = "The members of a group: its path, such as /staff, or its id.")
    private String group;

    @Option(names = "--sub-groups", description = "With --group: also the members of the groups below it.")
    private boolean subGroups;

    @Option(names = "--search", paramLabel = "TEXT", description = "The users that the list of users finds by this beginning of a name or mail address; \"alice\" in quotes for exactly this.")
    private String search;

    TotpStatusCountRepresentation count(Server server) {
        return server.totpStatus().count(group, subGroups ? true : null, search);
    }

    /**
     * @param status one or several with commas between them; {@code null} for any
     * @return the users in the server's order. A page is asked for when it is its turn
     */
    Stream<UserTotpStatusRepresentation> read(Server server, String status) {
        UsersTotpStatusResource resource = server.totpStatus();
        return StatusPages.read((first, max) -> resource.list(status, group, subGroups ? true : null, search, first, max));
    }

    /** The same as CSV, whose first line of each page is the header. */
    Stream<String> readCsv(Server server, String status) {
        UsersTotpStatusResource resource = server.totpStatus();
        return StatusPages.read((first, max) -> resource.listAsCsv(status, group, subGroups ? true : null, search, first, max).lines().skip(first == 0 ? 0 : 1).toList());
    }
}
