package org.keycloak.handout.report;

import picocli.CommandLine.Option;

/** The status that users in a list have. The server checks it. */
final class StatusOptions {

    @Option(names = "--status", paramLabel = "STATUS", description = "Only users with this status: none, unused, expired, used, locked, or several with commas between them.")
    private String status;

    String or(String otherwise) {
        return status == null ? otherwise : status;
    }
}
