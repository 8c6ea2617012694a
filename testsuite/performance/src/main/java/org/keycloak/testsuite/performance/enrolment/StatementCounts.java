package org.keycloak.testsuite.performance.enrolment;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;

/**
 * What PostgreSQL counts of the statements that it is sent, by its extension pg_stat_statements. It does so only while this is
 * open.
 */
final class StatementCounts implements AutoCloseable {

    private final Postgres postgres;
    private final Connection connection;

    private StatementCounts(Postgres postgres) throws SQLException {
        this.postgres = postgres;
        this.connection = postgres.connect();
    }

    static StatementCounts open(Postgres postgres) throws SQLException {
        StatementCounts counts = new StatementCounts(postgres);
        counts.execute("CREATE EXTENSION IF NOT EXISTS pg_stat_statements");
        postgres.countStatements(true);
        return counts;
    }

    void reset() throws SQLException {
        execute("SELECT pg_stat_statements_reset()");
    }

    /** By verb and tables. */
    Map<String, Long> read() throws SQLException {
        Map<String, Long> counts = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT query, calls FROM pg_stat_statements WHERE query NOT LIKE '%pg_stat_statements%'")) {
            while (rows.next()) {
                counts.merge(StatementName.of(rows.getString(1)), rows.getLong(2), Long::sum);
            }
        }
        return counts;
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        postgres.countStatements(false);
        connection.close();
    }
}
