package org.keycloak.testsuite.arquillian.container;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A Keycloak server that runs, on one node or on several: where it is, who may administrate it, and what it logs.
 */
public final class KeycloakServer {

    public static final String ADMIN = "admin";

    /** The log shows what our code does and what becomes of its exceptions. Otherwise tests couldn't tell what isn't logged. */
    private static final String LOG_LEVEL = "info,org.keycloak.credential:debug,org.keycloak.services.credential:debug,org.keycloak.services.error:debug,"
            + "org.keycloak.services.resources.admin:debug,org.keycloak.services.resources.account:debug,org.jboss.resteasy.reactive:debug,com.fasterxml.jackson:debug";

    /**
     * The server runs for minutes. To compile its code thoroughly would take longer than it saves. Without thorough compilation the JVM reserves
     * 48 MB for compiled code, which are full after some minutes: what is thrown out then is compiled again and again.
     */
    static final String QUICK_START = "-XX:TieredStopAtLevel=1 -XX:ReservedCodeCacheSize=192m";

    /** Seconds. */
    static final int START_TIMEOUT = 240;

    private final KeycloakHome home;
    private final KeycloakConfiguration configuration;
    private final String adminPassword = UUID.randomUUID().toString();
    private final List<Node> nodes = new ArrayList<>();
    private Database database;

    /**
     * One process of the server, and where it answers.
     *
     * @param url without a slash at the end
     */
    private record Node(URI url, ServerProcess process) {
    }

    private KeycloakServer(KeycloakHome home, KeycloakConfiguration configuration) {
        this.home = home;
        this.configuration = configuration;
    }

    /** Returns when the server answers. */
    static KeycloakServer start(KeycloakHome home, KeycloakConfiguration configuration) throws IOException {
        KeycloakServer server = new KeycloakServer(home, configuration);
        try {
            server.build();
            server.startNodes();
            return server;
        } catch (IOException | RuntimeException e) {
            server.stop();
            throw e;
        }
    }

    private void build() throws IOException {
        if (!configuration.buildOptions().isEmpty()) {
            List<String> build = new ArrayList<>(home.kc());
            build.add("build");
            build.addAll(configuration.buildOptions());
            ServerProcess.start(build, environment(""), configuration.besides("-build.log")).awaitSuccess(START_TIMEOUT);
        }
    }

    /** The nodes start one after the other: the first makes the tables, and the next finds the first in them. */
    private void startNodes() throws IOException {
        int port = FreePort.find();
        List<String> options = new ArrayList<>();
        if (configuration.database().isPresent()) {
            database = configuration.database().get().start(configuration.besides("-database"));
            options.addAll(database.options());
        }
        if (configuration.nodes() == 1) {
            startNode(port, "-server.log", options, "");
            return;
        }
        options.add("--hostname=http://localhost:" + port); // as behind a load balancer: a token of one node is valid at all nodes
        for (int number = 1; number <= configuration.nodes(); number++) {
            startNode(number == 1 ? port : FreePort.find(), "-server-" + number + ".log", options,
                    " -Djgroups.bind.address=127.0.0.1 -Djgroups.bind.port=" + FreePort.find());
        }
    }

    private void startNode(int port, String log, List<String> options, String javaOptions) throws IOException {
        List<String> start = new ArrayList<>(home.kc());
        start.addAll(configuration.buildOptions().isEmpty() ? List.of("start-dev") : List.of("start", "--optimized"));
        start.addAll(List.of("--http-host=localhost", "--http-port=" + port, "--log-level=" + LOG_LEVEL));
        start.addAll(configuration.startOptions(port));
        start.addAll(options);

        URI url = URI.create("http://localhost:" + port + configuration.relativePath());
        Node node = new Node(url, ServerProcess.start(start, environment(javaOptions), configuration.besides(log)));
        nodes.add(node);
        node.process().awaitAnswer(URI.create(url + "/realms/master"), START_TIMEOUT);
    }

    private Map<String, String> environment(String javaOptions) {
        return Map.of(
                "JAVA_HOME", System.getProperty("java.home"),
                "JAVA_OPTS_KC_HEAP", "-Xms128m -Xmx700m",
                "JAVA_OPTS_APPEND", QUICK_START + javaOptions,
                "KC_BOOTSTRAP_ADMIN_USERNAME", ADMIN,
                "KC_BOOTSTRAP_ADMIN_PASSWORD", adminPassword);
    }

    void stop() {
        nodes.forEach(node -> node.process().stop());
        if (database != null) {
            database.stop();
        }
    }

    /** The URL of the first node, without a slash at the end. */
    public URI url() {
        return nodes.get(0).url();
    }

    /** Where each node answers. */
    public List<URI> nodes() {
        return nodes.stream().map(Node::url).toList();
    }

    /** The URL for JDBC. A server with an embedded database has none. */
    public String databaseUrl() {
        return database.url();
    }

    public String adminPassword() {
        return adminPassword;
    }

    /** The script of this server's own distribution. */
    public Path kcadm() {
        return home.directory().resolve("bin").resolve("kcadm.sh").toAbsolutePath();
    }

    /** The log of the first node. */
    public Path log() {
        return nodes.get(0).process().log();
    }
}
