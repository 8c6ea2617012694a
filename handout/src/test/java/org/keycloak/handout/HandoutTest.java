package org.keycloak.handout;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.Callable;

import org.keycloak.handout.server.Refusal;

import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class HandoutTest {

    @Command(name = "fail")
    private record Failing(RuntimeException exception) implements Callable<Integer> {

        @Override
        public Integer call() {
            throw exception;
        }
    }

    private final StringWriter err = new StringWriter();

    @Test
    void tellsWhereAFaultIsAndNotWhatItQuotes() {
        assertEquals(ExitCode.FAILED, fail(new IllegalStateException("key=ABCD", new RuntimeException("key=ABCD"))));
        assertTrue(err.toString().contains("IllegalStateException") && err.toString().contains("at org.keycloak.handout.HandoutTest"), err.toString());
        assertFalse(err.toString().contains("ABCD"));
    }

    @Test
    void aRefusalCantMoveTheCursor() {
        assertEquals(ExitCode.PARTLY, fail(new Refusal(ExitCode.PARTLY, "a\u001B[2Jb")));
        assertEquals("a\uFFFD[2Jb", err.toString().strip());
    }

    @Test
    void tellsItsCommandsIfNoneIsGiven() {
        assertEquals(ExitCode.USAGE, execute());
        assertTrue(err.toString().lines().anyMatch(line -> line.startsWith("  enrol ")), err.toString());
    }

    @Test
    void aWrongOptionIsToldInShort() {
        assertEquals(ExitCode.USAGE, execute("enrol", "--nosuch"));
        assertEquals(List.of("Unknown option: '--nosuch'", "Try totp-handout enrol --help."), err.toString().lines().toList());
    }

    private int execute(String... arguments) {
        return Handout.commandLine().setErr(new PrintWriter(err)).execute(arguments);
    }

    private int fail(RuntimeException exception) {
        return Handout.commandLine().addSubcommand(new CommandLine(new Failing(exception))).setErr(new PrintWriter(err)).execute("fail");
    }
}
