package org.keycloak.handout;

import java.io.PrintWriter;
import java.io.StringWriter;

import org.junit.jupiter.api.Test;
import picocli.CommandLine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class HandoutTest {

    private final StringWriter err = new StringWriter();
    private final CommandLine program = Handout.commandLine().setErr(new PrintWriter(err, true));

    @Test
    void aloneTellsItsCommands() {
        assertEquals(ExitCode.USAGE, program.execute());
        assertTrue(err.toString().contains("enrol  "), err::toString);
    }

    @Test
    void wrongOptionIsToldInShort() {
        assertEquals(ExitCode.USAGE, program.execute("enrol", "--nosuch"));
        assertEquals("Unknown option: '--nosuch'" + System.lineSeparator() + "Try totp-handout enrol --help.", err.toString().strip());
    }
}
