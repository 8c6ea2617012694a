package org.keycloak.testsuite.performance.enrolment;

import java.util.Arrays;

/**
 * What the server keeps its users in.
 */
enum Database {

    H2("h2", "H2"),
    POSTGRES("postgres", "PostgreSQL");

    /** On the command line, and in names of files. */
    private final String id;
    private final String title;

    Database(String id, String title) {
        this.id = id;
        this.title = title;
    }

    static Database of(String id) {
        return Arrays.stream(values()).filter(database -> database.id.equals(id)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Unknown database: " + id));
    }

    String id() {
        return id;
    }

    String title() {
        return title;
    }
}
