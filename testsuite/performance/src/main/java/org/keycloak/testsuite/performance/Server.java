package org.keycloak.testsuite.performance;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A server as in production: built, and started with {@code --optimized}. Its log is beside its directory.
 *
 * @param url without a slash at the end
 */
record Server(URI url, String adminPassword, Process process, Database database) implements AutoCloseable {

    private static final int SECONDS_TO_START = 300;

    static Server start(Path home, Database database, List<String> features) throws IOException, InterruptedException {
        String adminPassword = UUID.randomUUID().toString();
        List<String> build = new ArrayList<>(List.of("build", "--db=" + database.kind()));
        if (!features.isEmpty()) {
            build.add("--features=" + String.join(",", features));
        }
        if (run(home, adminPassword, build).waitFor() != 0) {
            throw new IOException("The server could not be built: see " + log(home));
        }
        int port = freePort();
        List<String> start = new ArrayList<>(List.of("start", "--optimized", "--http-enabled=true", "--http-host=localhost", "--http-port=" + port,
                "--hostname-strict=false"));
        start.addAll(database.connection());
        Server server = new Server(URI.create("http://localhost:" + port), adminPassword, run(home, adminPassword, start), database);
        Runtime.getRuntime().addShutdownHook(new Thread(server::stop));
        server.awaitAnswer(home);
        return server;
    }

    private static Process run(Path home, String adminPassword, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("bash", home.resolve("bin/kc.sh").toString()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log(home).toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("KC_") || name.startsWith("JAVA_OPTS"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("JAVA_OPTS_KC_HEAP", "-Xms1g -Xmx1g");
        builder.environment().put("JAVA_OPTS_APPEND", "-Djgroups.bind.address=127.0.0.1");
        builder.environment().put("KC_BOOTSTRAP_ADMIN_USERNAME", Admin.NAME);
        builder.environment().put("KC_BOOTSTRAP_ADMIN_PASSWORD", adminPassword);
        return builder.start();
    }

    private static Path log(Path home) {
        return home.resolveSibling("server.log");
    }

    private void awaitAnswer(Path home) throws IOException, InterruptedException {
        for (int second = 0; second < SECONDS_TO_START && !process.waitFor(1, TimeUnit.SECONDS); second++) {
            try {
                Call.get(URI.create(url + "/realms/master")).send();
                return;
            } catch (IOException e) {
                // not yet
            }
        }
        stop();
        throw new IOException("The server did not answer: see " + log(home));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    Admin admin() throws IOException, InterruptedException {
        return Admin.logIn(url, adminPassword);
    }

    /** What lives on the heap after a full collection, in MiB: the histogram makes one. */
    long liveHeap() throws IOException {
        long java = processes().filter(process -> process.info().command().orElse("").endsWith("/java")).findFirst().orElseThrow().pid();
        Process histogram = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), String.valueOf(java), "GC.class_histogram").start();
        try (Stream<String> lines = histogram.inputReader().lines()) {
            String total = lines.filter(line -> line.startsWith("Total")).findFirst().orElseThrow();
            return Long.parseLong(total.split("\\s+")[2]) >> 20;
        }
    }

    /** The script becomes the server, or starts it. */
    private Stream<ProcessHandle> processes() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants());
    }

    private void stop() {
        processes().toList().forEach(ProcessHandle::destroy);
    }

    @Override
    public void close() throws Exception {
        stop();
        process.waitFor();
        database.process().close();
    }
}
