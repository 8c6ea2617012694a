package org.keycloak.testsuite.arquillian.container;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jboss.arquillian.container.spi.ConfigurationException;
import org.jboss.arquillian.container.spi.client.container.ContainerConfiguration;

/**
 * What arquillian.xml says of a server. What all servers share is in system properties, which Maven sets.
 */
public final class KeycloakConfiguration implements ContainerConfiguration {

    private String name;
    private String relativePath = "";
    private String buildOptions = "";
    private String startOptions = "";
    private String database = "";
    private int nodes = 1;
    private boolean kept;

    @Override
    public void validate() throws ConfigurationException {
        try {
            way();
            database();
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(e.getMessage(), e);
        }
        if (name == null) {
            throw new ConfigurationException("name is missing");
        }
    }

    Way way() {
        return Way.of(System.getProperty("way"));
    }

    /** The zip file of Keycloak's distribution. */
    Path distribution() {
        return Path.of(System.getProperty("keycloak.distribution"));
    }

    /** A server directory that has the change in it. */
    Path patched() {
        return Path.of(System.getProperty("keycloak.patched"));
    }

    /** Where the server is put. It is emptied first. */
    Path directory() {
        return besides("");
    }

    /** A path beside the server's directory. */
    Path besides(String end) {
        return Path.of(System.getProperty("work.directory"), name + end);
    }

    String relativePath() {
        return relativePath;
    }

    /** Options of {@code kc.sh build}. If there are any, the server is built first and started with {@code start --optimized}. */
    List<String> buildOptions() {
        return Stream.concat(words(buildOptions).stream(), database().map(it -> "--db=" + it).stream()).toList();
    }

    List<String> startOptions(int port) {
        return words(startOptions).stream().map(option -> option.replace("{port}", String.valueOf(port))).toList();
    }

    Optional<DatabaseVendor> database() {
        return database.isEmpty() ? Optional.empty() : Optional.of(DatabaseVendor.of(database));
    }

    int nodes() {
        return nodes;
    }

    boolean isKept() {
        return kept;
    }

    private static List<String> words(String options) {
        return options.isBlank() ? List.of() : List.of(options.strip().split("\\s+"));
    }

    /** The name of the server's directory. */
    public void setName(String name) {
        this.name = name;
    }

    public void setRelativePath(String relativePath) {
        this.relativePath = relativePath;
    }

    public void setBuildOptions(String buildOptions) {
        this.buildOptions = buildOptions;
    }

    /** The port of the node is {@code {port}}: nobody knows it beforehand. */
    public void setStartOptions(String startOptions) {
        this.startOptions = startOptions;
    }

    /** {@code postgres} or {@code mariadb} starts such a database for this server. Otherwise the build options name the database. */
    public void setDatabase(String database) {
        this.database = database;
    }

    /** Whether the server is kept for all classes of the process. */
    public void setKept(boolean kept) {
        this.kept = kept;
    }

    /** Two or more nodes are a cluster. They share a database. */
    public void setNodes(int nodes) {
        this.nodes = nodes;
    }
}
