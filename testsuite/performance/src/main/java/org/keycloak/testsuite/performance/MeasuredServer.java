package org.keycloak.testsuite.performance;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.keycloak.admin.client.Keycloak;

/**
 * A server as it runs in production: built, and started with {@code --optimized}. Its log and its compiler are as they are by default, unlike
 * those of the servers that tests are run on.
 *
 * @param url without a slash at the end
 */
public record MeasuredServer(URI url, String adminPassword, Process process) implements AutoCloseable {

    private static final String ADMIN = "admin";
    private static final int START_TIMEOUT = 300;

    /**
     * @param home of a distribution. What a former run left in its database is removed
     * @param jars for {@code providers/}
     */
    public static MeasuredServer start(Path home, List<Path> jars, ServerOptions options) throws IOException, InterruptedException {
        delete(home.resolve("data"));
        for (Path jar : jars) {
            Files.copy(jar, home.resolve("providers").resolve(jar.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
        String adminPassword = UUID.randomUUID().toString();
        Process build = run(home, "build.log", adminPassword, options.buildOptions());
        if (build.waitFor() != 0) {
            throw new IOException("The server could not be built: see " + home.resolve("build.log"));
        }
        int port = freePort();
        List<String> start = new ArrayList<>(List.of("start", "--optimized", "--http-enabled=true", "--http-host=localhost", "--http-port=" + port,
                "--hostname-strict=false"));
        start.addAll(options.startOptions());
        MeasuredServer server = new MeasuredServer(URI.create("http://localhost:" + port), adminPassword, run(home, "server.log", adminPassword, start));
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        server.awaitAnswer(home.resolve("server.log"));
        return server;
    }

    private static Process run(Path home, String log, String adminPassword, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("bash", home.resolve("bin/kc.sh").toString()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(home.resolve(log).toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("KC_") || name.startsWith("JAVA_OPTS"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("JAVA_OPTS_KC_HEAP", "-Xms1g -Xmx1g");
        builder.environment().put("JAVA_OPTS_APPEND", "-Djgroups.bind.address=127.0.0.1");
        builder.environment().put("KC_BOOTSTRAP_ADMIN_USERNAME", ADMIN);
        builder.environment().put("KC_BOOTSTRAP_ADMIN_PASSWORD", adminPassword);
        return builder.start();
    }

    private void awaitAnswer(Path log) throws IOException, InterruptedException {
        for (int second = 0; second < START_TIMEOUT && !process.waitFor(1, TimeUnit.SECONDS); second++) {
            try {
                HttpURLConnection connection = (HttpURLConnection) URI.create(url + "/realms/master").toURL().openConnection();
                if (connection.getResponseCode() == HttpURLConnection.HTTP_OK) {
                    return;
                }
            } catch (IOException e) {
                // not yet
            }
        }
        close();
        throw new IOException("The server did not answer: see " + log);
    }

    public Keycloak admin() {
        return Keycloak.getInstance(url.toString(), "master", ADMIN, adminPassword, "admin-cli");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void delete(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /** The script's child is the server. */
    @Override
    public void close() {
        Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList().forEach(ProcessHandle::destroy);
    }
}
