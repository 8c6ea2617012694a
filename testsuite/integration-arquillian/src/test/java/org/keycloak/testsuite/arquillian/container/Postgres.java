package org.keycloak.testsuite.arquillian.container;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/**
 * The database that the nodes of a cluster share. It lives as long as they do.
 */
record Postgres(EmbeddedPostgres process) {

    private static final String DEFAULT = "postgres";

    /** More than two nodes' connection pools can take. */
    private static final String MAX_CONNECTIONS = "250";

    /**
     * @param directory where it is unpacked to, and keeps its data
     */
    static Postgres start(Path directory) throws IOException {
        return new Postgres(EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(directory.toFile())
                .setServerConfig("max_connections", MAX_CONNECTIONS)
                .start());
    }

    List<String> options() {
        return List.of("--db-url=" + process.getJdbcUrl(DEFAULT, DEFAULT), "--db-username=" + DEFAULT, "--db-password=" + DEFAULT);
    }

    void stop() {
        try {
            process.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
