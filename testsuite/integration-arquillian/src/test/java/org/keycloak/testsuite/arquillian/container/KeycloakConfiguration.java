package org.keycloak.testsuite.arquillian.container;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jboss.arquillian.container.spi.ConfigurationException;
import org.jboss.arquillian.container.spi.client.container.ContainerConfiguration;

/**
 * What arquillian.xml says of a server.
 */
public final class KeycloakConfiguration implements ContainerConfiguration {

    private String way = Way.PROVIDER_JAR.toString();
    private String distribution;
    private String patched;
    private String directory;
    private String relativePath = "";
    private String buildOptions = "";
    private String startOptions = "";
    private String database = "";
    private int nodes = 1;
    private int startTimeout = 240;

    @Override
    public void validate() throws ConfigurationException {
        try {
            way();
            database();
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(e.getMessage(), e);
        }
        if (directory == null) {
            throw new ConfigurationException("directory is missing: where the server is to live");
        }
    }

    Way way() {
        return Way.of(way);
    }

    Path distribution() {
        return Path.of(distribution);
    }

    Path patched() {
        return Path.of(patched);
    }

    Path directory() {
        return Path.of(directory);
    }

    String relativePath() {
        return relativePath;
    }

    /** Options of {@code kc.sh build}. If there are any, the server is built first and started with {@code start --optimized}. */
    List<String> buildOptions() {
        return Stream.concat(words(buildOptions).stream(), database().map(it -> "--db=" + it).stream()).toList();
    }

    List<String> startOptions() {
        return words(startOptions);
    }

    Optional<DatabaseVendor> database() {
        return database.isEmpty() ? Optional.empty() : Optional.of(DatabaseVendor.of(database));
    }

    int nodes() {
        return nodes;
    }

    int startTimeout() {
        return startTimeout;
    }

    private static List<String> words(String options) {
        return options.isBlank() ? List.of() : List.of(options.strip().split("\\s+"));
    }

    /** {@code provider-jar} or {@code patched-core}. */
    public void setWay(String way) {
        this.way = way;
    }

    /** The zip file of Keycloak's distribution, for the way {@code provider-jar}. */
    public void setDistribution(String distribution) {
        this.distribution = distribution;
    }

    /** A server directory that has the change in it, for the way {@code patched-core}. */
    public void setPatched(String patched) {
        this.patched = patched;
    }

    /** Where the server is put. It is emptied first. */
    public void setDirectory(String directory) {
        this.directory = directory;
    }

    public void setRelativePath(String relativePath) {
        this.relativePath = relativePath;
    }

    public void setBuildOptions(String buildOptions) {
        this.buildOptions = buildOptions;
    }

    public void setStartOptions(String startOptions) {
        this.startOptions = startOptions;
    }

    /** {@code postgres} or {@code mariadb} starts such a database for this server. Otherwise the build options name the database. */
    public void setDatabase(String database) {
        this.database = database;
    }

    /** Two or more nodes are a cluster. They share a database. */
    public void setNodes(int nodes) {
        this.nodes = nodes;
    }

    /** Seconds. */
    public void setStartTimeout(int startTimeout) {
        this.startTimeout = startTimeout;
    }
}
