package org.keycloak.handout.enrolment;

import java.nio.file.Path;

import picocli.CommandLine.Option;

/** The options that say which files the command makes. */
final class OutputOptions {

    @Option(names = "--pdf", paramLabel = "FILE", description = "Sheets to print, for all users in one PDF.")
    private Path pdf;

    @Option(names = "--pdf-per-user", paramLabel = "DIR",
            description = "A PDF for each user in this directory. The value of --password-attribute opens it.")
    private Path pdfPerUser;

    @Option(names = "--password-attribute", paramLabel = "NAME", description = "Attribute of the user whose value opens the user's PDF, such as employeeNumber.")
    private String passwordAttribute;

    @Option(names = "--csv", paramLabel = "FILE", description = "Table of users and keys, for example for a mail merge.")
    private Path csv;

    @Option(names = "--png", paramLabel = "DIR", description = "A picture of the QR code for each user in this directory.")
    private Path png;

    @Option(names = "--ndjson", paramLabel = "FILE", description = "What the server replied, a line of JSON for each user.")
    private Path ndjson;

    @Option(names = "--overwrite", description = "Replace files that exist, and add to directories that have files.")
    private boolean overwrite;

    @Option(names = "--department-attribute", paramLabel = "NAME", defaultValue = "department",
            description = "Attribute of the user that has the department. Default: ${DEFAULT-VALUE}.")
    private String departmentAttribute;

    Outputs outputs() {
        return new Outputs(absolute(pdf), absolute(pdfPerUser), passwordAttribute, absolute(csv), absolute(png), absolute(ndjson), overwrite, departmentAttribute);
    }

    private static Path absolute(Path path) {
        return path == null ? null : path.toAbsolutePath().normalize();
    }
}
