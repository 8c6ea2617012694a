package org.keycloak.testsuite.arquillian.container;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A process of ours with its log. It never outlives the tests.
 */
final class ServerProcess {

    private static final int TAIL = 40;

    private final Process process;
    private final Path log;

    private ServerProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    static ServerProcess start(List<String> command, Map<String, String> environment, Path log) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("KC_") || name.startsWith("JAVA_OPTS"));
        builder.environment().putAll(environment);
        ServerProcess started = new ServerProcess(builder.start(), log);
        Runtime.getRuntime().addShutdownHook(new Thread(started::stop));
        return started;
    }

    void awaitSuccess(int seconds) throws IOException {
        if (!exited(seconds, TimeUnit.SECONDS)) {
            stop();
            throw failure("It didn't end within " + seconds + " seconds");
        }
        if (process.exitValue() != 0) {
            throw failure("It ended with status " + process.exitValue());
        }
    }

    void awaitAnswer(URI uri, int seconds) throws IOException {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(5)).build();
        await(() -> answers(client, request), "It didn't answer at " + uri, seconds);
    }

    void awaitLogged(String text, int seconds) throws IOException {
        await(() -> Files.readString(log, StandardCharsets.UTF_8).contains(text), "It didn't log '" + text + "'", seconds);
    }

    private void await(Ready ready, String failure, int seconds) throws IOException {
        Instant end = Instant.now().plusSeconds(seconds);
        while (!ready.check()) {
            if (exited(500, TimeUnit.MILLISECONDS)) {
                throw failure("It ended with status " + process.exitValue());
            }
            if (Instant.now().isAfter(end)) {
                stop();
                throw failure(failure + " within " + seconds + " seconds");
            }
        }
    }

    /** With all that it has started itself: the script's child is the server. */
    void stop() {
        List<ProcessHandle> handles = Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
        handles.forEach(ProcessHandle::destroy);
        for (ProcessHandle handle : handles) {
            try {
                handle.onExit().get(20, TimeUnit.SECONDS);
            } catch (Exception e) {
                handle.destroyForcibly();
            }
        }
    }

    Path log() {
        return log;
    }

    private boolean exited(int time, TimeUnit unit) {
        try {
            return process.waitFor(time, unit);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean answers(HttpClient client, HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private IOException failure(String what) throws IOException {
        List<String> lines = Files.readString(log, StandardCharsets.UTF_8).lines().toList();
        String tail = String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL), lines.size()));
        return new IOException(what + ". " + log + " ends with:\n" + tail);
    }

    @FunctionalInterface
    private interface Ready {

        boolean check() throws IOException;
    }
}
