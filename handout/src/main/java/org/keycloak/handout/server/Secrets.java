package org.keycloak.handout.server;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where secrets come from: the environment, a file, or the person at the terminal. */
public final class Secrets {

    private Secrets() {
    }

    /**
     * @return value of a variable; {@code null} if it isn't set, or is empty
     */
    public static String environment(String variable) {
        String value = System.getenv(variable);
        return value == null || value.isEmpty() ? null : value;
    }

    /**
     * @param option name of the option that names the file
     * @throws Refusal if the file can't be read, or its first line is empty
     */
    public static String firstLine(String option, Path file) {
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            String line = reader.readLine();
            if (line == null || line.isEmpty()) {
                throw new Refusal(option + ": the first line of " + file + " is empty.");
            }
            return line;
        } catch (IOException e) {
            throw new Refusal(option + ": " + file + " can't be read.");
        }
    }

    /**
     * Asks the person at the terminal, without an echo.
     *
     * @param otherwise what to do where there is no terminal
     * @throws Refusal if there is no terminal, or the person gives nothing
     */
    public static String ask(String prompt, String otherwise) {
        Console console = System.console();
        char[] answer = console == null ? null : console.readPassword("%s", prompt);
        if (answer == null || answer.length == 0) {
            throw new Refusal(prompt.strip() + " nothing was given. " + otherwise);
        }
        return new String(answer);
    }
}
