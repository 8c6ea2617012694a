package org.keycloak.testsuite.kcadm;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * One bash for all blocks of a page, so that what one of them assigns the next ones have.
 */
final class Shell implements AutoCloseable {

    private static final int TIMEOUT_SECONDS = 300;
    private static final int NEVER_RUN = -1;

    private final Path logs;
    private final Process bash;
    private final BufferedWriter input;
    private int number;

    /** What a command did. */
    record Result(int status, String output) {
    }

    /**
     * @param directory where commands run
     * @param logs another one, for what they print
     */
    Shell(Path directory, Path logs, Map<String, String> environment) throws IOException {
        this.logs = Files.createTempDirectory(logs, "shell");
        ProcessBuilder builder = new ProcessBuilder("bash", "--norc").directory(directory.toFile())
                .redirectErrorStream(true).redirectOutput(log().toFile());
        builder.environment().putAll(environment);
        this.bash = builder.start();
        this.input = bash.outputWriter(StandardCharsets.UTF_8);
    }

    /**
     * Pastes commands as into a terminal, all at once: one that asks for something takes it from what was pasted behind it.
     *
     * @param typed lines that follow when all is pasted
     * @return what each command did; what it printed to either stream counts
     */
    List<Result> paste(List<String> commands, String... typed) throws IOException, InterruptedException {
        StringBuilder pasted = new StringBuilder();
        int first = number;
        for (String command : commands) {
            number++;
            Files.writeString(file("command"), command);
            pasted.append(". '%s' > '%s' 2>&1; echo $? > '%s'%n".formatted(file("command"), file("out"), file("status")));
        }
        for (String line : typed) {
            pasted.append(line).append('\n');
        }
        Path end = file("end");
        input.write(pasted + ": > '" + end + "'\n");
        input.flush();
        await(end);
        List<Result> results = new ArrayList<>();
        for (number = first; results.size() < commands.size();) {
            number++;
            results.add(Files.exists(file("status")) ? new Result(Integer.parseInt(Files.readString(file("status")).strip()), Files.readString(file("out")))
                    : new Result(NEVER_RUN, Files.readString(log())));
        }
        return results;
    }

    private void await(Path end) throws IOException, InterruptedException {
        long timeout = System.nanoTime() + TimeUnit.SECONDS.toNanos(TIMEOUT_SECONDS);
        while (!Files.exists(end)) {
            if (System.nanoTime() > timeout || !bash.isAlive()) {
                throw new IOException("No end: " + Files.readString(log()));
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private Path file(String kind) {
        return logs.resolve(number + "." + kind);
    }

    private Path log() {
        return logs.resolve("shell.log");
    }

    @Override
    public void close() {
        bash.descendants().forEach(ProcessHandle::destroy);
        bash.destroy();
    }
}
