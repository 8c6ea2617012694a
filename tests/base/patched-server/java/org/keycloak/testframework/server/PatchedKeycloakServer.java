package org.keycloak.testframework.server;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.apache.commons.io.FileUtils;

/**
 * The patched server as a process of its own, in a copy of its directory, at ports that are free. It never outlives the tests.
 */
final class PatchedKeycloakServer implements KeycloakServer {

    private static final Duration START = Duration.ofMinutes(5);
    private static final int STOP_SECONDS = 20;
    private static final int TAIL = 40;

    private final File patched;
    private final File home;
    private final Path log;
    private final int port;
    private final int managementPort;
    private Process process;

    PatchedKeycloakServer(Path patched, Path workDirectory) {
        this.patched = patched.toFile();
        this.home = workDirectory.resolve("keycloak").toFile();
        this.log = workDirectory.resolve("keycloak.log");
        try (ServerSocket http = freePort(); ServerSocket management = freePort()) {
            this.port = http.getLocalPort();
            this.managementPort = management.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void start(KeycloakServerConfigBuilder config, boolean tlsEnabled) {
        if (tlsEnabled) {
            throw new UnsupportedOperationException("The patched server is started without TLS.");
        }
        config.option("http-host", "localhost").option("http-port", String.valueOf(port))
                .option("http-management-host", "localhost").option("http-management-port", String.valueOf(managementPort));
        try {
            FileUtils.deleteDirectory(home);
            FileUtils.copyDirectory(patched, home);
            process = launch(config.toArgs());
            Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
            awaitReady();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With all that it has started itself: the script's child is the server. */
    @Override
    public void stop() {
        List<ProcessHandle> handles = Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
        handles.forEach(ProcessHandle::destroy);
        for (ProcessHandle handle : handles) {
            try {
                handle.onExit().get(STOP_SECONDS, TimeUnit.SECONDS);
            } catch (Exception e) {
                handle.destroyForcibly();
            }
        }
    }

    @Override
    public String getBaseUrl() {
        return "http://localhost:" + port;
    }

    @Override
    public String getManagementBaseUrl() {
        return "http://localhost:" + managementPort;
    }

    private Process launch(List<String> args) throws IOException {
        List<String> command = new ArrayList<>(List.of("bash", new File(home, "bin/kc.sh").toString())); // a copy can't be executed
        command.addAll(args);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("KC_") || name.startsWith("JAVA_OPTS"));
        return builder.start();
    }

    private void awaitReady() throws IOException {
        Instant end = Instant.now().plus(START);
        while (process.isAlive() && Instant.now().isBefore(end)) {
            try {
                ReadinessProbe.waitUntilReady(this, 1);
                return;
            } catch (IllegalStateException e) {
                // not yet
            }
        }
        stop();
        List<String> lines = Files.readAllLines(log);
        throw new IllegalStateException("The patched server didn't start. " + log + " ends with:\n"
                + String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL), lines.size())));
    }

    private static ServerSocket freePort() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }
}
