package org.keycloak.testsuite.arquillian.container;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/**
 * The database that many run in production.
 */
record Postgres(EmbeddedPostgres process) implements Database {

    private static final String DEFAULT = "postgres";

    /** Two nodes' connection pools can take fewer. */
    private static final String MAX_CONNECTIONS = "250";

    static Postgres start(Path directory) throws IOException {
        return new Postgres(EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(directory.toFile())
                .setServerConfig("max_connections", MAX_CONNECTIONS)
                .start());
    }

    @Override
    public String url() {
        return process.getJdbcUrl(DEFAULT, DEFAULT);
    }

    @Override
    public List<String> options() {
        return List.of("--db-url=" + url(), "--db-username=" + DEFAULT, "--db-password=" + DEFAULT);
    }

    @Override
    public void stop() {
        try {
            process.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
