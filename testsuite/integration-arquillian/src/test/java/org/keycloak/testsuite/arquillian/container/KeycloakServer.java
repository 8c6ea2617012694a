package org.keycloak.testsuite.arquillian.container;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A Keycloak server that runs: where it is, who may administrate it, and what it logs.
 */
public final class KeycloakServer {

    public static final String ADMIN = "admin";

    /** The log shows what our code does and what becomes of its exceptions, so that tests can tell what isn't logged. */
    private static final String LOG_LEVEL = "info,org.keycloak.credential:debug,org.keycloak.services.error:debug,org.keycloak.services.resources.admin:debug,"
            + "org.jboss.resteasy.reactive:debug,com.fasterxml.jackson:debug";

    /** The server runs for minutes: to compile its code thoroughly would take longer than it saves. */
    private static final String QUICK_START = "-XX:TieredStopAtLevel=1";

    private final URI url;
    private final String adminPassword;
    private final ServerProcess process;

    private KeycloakServer(URI url, String adminPassword, ServerProcess process) {
        this.url = url;
        this.adminPassword = adminPassword;
        this.process = process;
    }

    /** Returns when the server answers. */
    static KeycloakServer start(KeycloakHome home, KeycloakConfiguration configuration) throws IOException {
        int port = freePort();
        String password = UUID.randomUUID().toString();
        Map<String, String> environment = Map.of(
                "JAVA_HOME", System.getProperty("java.home"),
                "JAVA_OPTS_KC_HEAP", "-Xms128m -Xmx700m",
                "JAVA_OPTS_APPEND", QUICK_START,
                "KC_BOOTSTRAP_ADMIN_USERNAME", ADMIN,
                "KC_BOOTSTRAP_ADMIN_PASSWORD", password);
        Path directory = configuration.directory();

        List<String> start = new ArrayList<>(home.kc());
        if (configuration.buildOptions().isEmpty()) {
            start.add("start-dev");
        } else {
            List<String> build = new ArrayList<>(home.kc());
            build.add("build");
            build.addAll(configuration.buildOptions());
            ServerProcess.start(build, environment, directory.resolveSibling(directory.getFileName() + "-build.log"))
                    .awaitSuccess(configuration.startTimeout());
            start.addAll(List.of("start", "--optimized"));
        }
        start.addAll(List.of("--http-host=localhost", "--http-port=" + port, "--log-level=" + LOG_LEVEL));
        start.addAll(configuration.startOptions());

        URI url = URI.create("http://localhost:" + port + configuration.relativePath());
        ServerProcess process = ServerProcess.start(start, environment, directory.resolveSibling(directory.getFileName() + "-server.log"));
        process.awaitAnswer(URI.create(url + "/realms/master"), configuration.startTimeout());
        return new KeycloakServer(url, password, process);
    }

    void stop() {
        process.stop();
    }

    /** Without a slash at the end. */
    public URI url() {
        return url;
    }

    public String adminPassword() {
        return adminPassword;
    }

    public Path log() {
        return process.log();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
