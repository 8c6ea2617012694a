package org.keycloak.testsuite.performance.enrolment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/**
 * A PostgreSQL that is durable, as in production: its starter turns that off, as tests don't need it.
 */
record Postgres(EmbeddedPostgres process) implements AutoCloseable {

    private static final String NAME = "postgres";

    static Postgres start(Path directory) throws IOException, SQLException {
        Postgres postgres = new Postgres(EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(directory.toFile())
                .setDataDirectory(Files.createTempDirectory(Files.createDirectories(directory), "data")) // a run that was killed has left its own
                .setServerConfig("max_connections", "150") // more than the server's pool takes
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("shared_preload_libraries", "pg_stat_statements")
                .start());
        postgres.countStatements(false);
        return postgres;
    }

    /** By its extension pg_stat_statements. What is measured elsewhere doesn't pay for it. */
    void countStatements(boolean counted) throws SQLException {
        try (Connection connection = connect(); Statement statement = connection.createStatement()) {
            statement.execute("ALTER SYSTEM SET pg_stat_statements.track = '" + (counted ? "top" : "none") + "'");
            statement.execute("SELECT pg_reload_conf()");
        }
    }

    Connection connect() throws SQLException {
        return process.getPostgresDatabase().getConnection();
    }

    List<String> options() {
        return List.of("--db=postgres", "--db-url=" + process.getJdbcUrl(NAME, NAME), "--db-username=" + NAME, "--db-password=" + NAME);
    }

    @Override
    public void close() throws IOException {
        process.close();
    }
}
