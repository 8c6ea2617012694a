package org.keycloak.testsuite.handout;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.keycloak.testsuite.arquillian.container.KeycloakServer;
import org.keycloak.testsuite.fixture.TestRealm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * The program, in a process of its own, as the one who hands out runs it. It never outlives the test.
 *
 * @param login options and environment with which the caller logs in
 * @param directory where the program runs
 */
record HandoutProgram(Login login, Path directory) {

    private static final int TIMEOUT_SECONDS = 240;
    private static final Map<Process, Path> OUTPUTS = new ConcurrentHashMap<>();

    /** Who calls. The password is in the environment. */
    record Login(List<String> options, Map<String, String> environment) {
    }

    /** What the program left when it ended. */
    record Run(int status, String out, String err) {

        Run assertStatus(int expected) {
            assertEquals(expected, status, this::toString);
            return this;
        }
    }

    /** The server's administrator calls. */
    static HandoutProgram of(KeycloakServer server, TestRealm realm, Path directory) {
        return new HandoutProgram(new Login(List.of("--server", server.url().toString(), "--realm", realm.name(), "--login-realm", "master",
                "--user", KeycloakServer.ADMIN), Map.of("KC_CLI_PASSWORD", server.adminPassword())), directory);
    }

    /** Another caller, of the realm of the users. */
    HandoutProgram as(KeycloakServer server, TestRealm realm, String username, String password) {
        return new HandoutProgram(new Login(List.of("--server", server.url().toString(), "--realm", realm.name(), "--user", username),
                Map.of("KC_CLI_PASSWORD", password)), directory);
    }

    /** Runs a command with the options of the login. */
    Run run(String... arguments) throws IOException, InterruptedException {
        return await(start(arguments));
    }

    Process start(String... arguments) throws IOException {
        return start(List.of(), arguments);
    }

    /**
     * @param prefix a command that runs the program, such as one that limits what it may do
     */
    Process start(List<String> prefix, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m", "-XX:TieredStopAtLevel=1", "-jar",
                Path.of(System.getProperty("handout.jar")).toAbsolutePath().toString()));
        command.addAll(List.of(arguments));
        command.addAll(login.options());
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile())
                .redirectOutput(Files.createTempFile(directory.getParent(), "run", ".out").toFile());
        builder.redirectError(Path.of(builder.redirectOutput().file() + ".err").toFile());
        builder.environment().putAll(login.environment());
        Process process = builder.start();
        OUTPUTS.put(process, builder.redirectOutput().file().toPath());
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        return process;
    }

    static Run await(Process process) throws IOException, InterruptedException {
        assertTrue(process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS), "It didn't end.");
        Path out = OUTPUTS.remove(process);
        return new Run(process.exitValue(), Files.readString(out, StandardCharsets.UTF_8), Files.readString(Path.of(out + ".err"), StandardCharsets.UTF_8));
    }

    /** The names of the files that the program left. */
    List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
