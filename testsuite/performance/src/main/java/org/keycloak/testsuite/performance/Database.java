package org.keycloak.testsuite.performance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/**
 * The database of one server: the embedded H2, or a PostgreSQL that comes with the build.
 *
 * @param kind the value of the server's option {@code db}
 * @param connection the server's options to reach it
 */
record Database(String kind, List<String> connection, AutoCloseable process) {

    static Database start(String name) throws IOException {
        return switch (name) {
            case "h2" -> new Database("dev-file", List.of(), () -> { });
            case "postgres" -> postgres();
            default -> throw new IllegalArgumentException("The databases are h2 and postgres");
        };
    }

    /** Writes are durable, as in production. The starter turns that off by default, because tests don't need it. */
    private static Database postgres() throws IOException {
        Path directory = Files.createDirectories(Path.of("postgres").toAbsolutePath());
        EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(directory.toFile())
                .setDataDirectory(Files.createTempDirectory(directory, "data"))
                .setServerConfig("max_connections", "150") // more than the server's pool takes
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .start();
        String user = "postgres";
        return new Database("postgres",
                List.of("--db-url=" + postgres.getJdbcUrl(user, user), "--db-username=" + user, "--db-password=" + user), postgres);
    }
}
