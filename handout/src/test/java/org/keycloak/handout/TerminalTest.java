package org.keycloak.handout;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

class TerminalTest {

    @ParameterizedTest
    @ValueSource(strings = { "\u001b", "\u009b", "\n", "\r", "\b", "\u0000", "\u2028", "\u202e", "\u2066", "\ufeff", "\ud800" })
    void whatCommandsATerminalIsReplaced(String command) {
        assertEquals("a\ufffdb", Terminal.line("a" + command + "b"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "Zoë O’Brien", "山田太郎", "محمد", "می\u200cخواهم", "e\u0301", "\ud83d\ude00" })
    void namesStayAsTheyAre(String name) {
        assertEquals(name, Terminal.line(name));
    }

    @Test
    void whatIsNotKnownIsEmpty() {
        assertEquals("", Terminal.line(null));
    }
}
