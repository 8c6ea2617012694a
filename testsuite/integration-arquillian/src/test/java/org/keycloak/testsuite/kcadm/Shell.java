package org.keycloak.testsuite.kcadm;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * One bash for all commands of a page, so that what one of them assigns the next ones have.
 */
final class Shell implements AutoCloseable {

    private static final int TIMEOUT_SECONDS = 120;

    private final Path directory;
    private final Process bash;
    private final BufferedWriter input;
    private int number;

    /** What a command did. */
    record Result(int status, String output) {
    }

    Shell(Path directory, Map<String, String> environment) throws IOException {
        this.directory = directory;
        ProcessBuilder builder = new ProcessBuilder("bash", "--norc").directory(directory.toFile())
                .redirectErrorStream(true).redirectOutput(directory.resolve("shell.log").toFile());
        builder.environment().putAll(environment);
        this.bash = builder.start();
        this.input = bash.outputWriter(StandardCharsets.UTF_8);
    }

    /** What is printed to either stream counts. */
    Result run(String command) throws IOException, InterruptedException {
        Path output = directory.resolve(++number + ".out");
        Path status = directory.resolve(number + ".status");
        input.write("{ " + command + "\n} > '" + output + "' 2>&1 < /dev/null; echo $? > '" + status + ".part'; mv '" + status + ".part' '" + status + "'\n");
        input.flush();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(TIMEOUT_SECONDS);
        while (!Files.exists(status)) {
            if (System.nanoTime() > end || !bash.isAlive()) {
                throw new IOException("No end of: " + command + "\n" + Files.readString(directory.resolve("shell.log")));
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
        return new Result(Integer.parseInt(Files.readString(status).strip()), Files.readString(output));
    }

    @Override
    public void close() {
        bash.descendants().forEach(ProcessHandle::destroy);
        bash.destroy();
    }
}
