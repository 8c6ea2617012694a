package org.keycloak.services.resources.admin.coverage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

class CsvLineTest {

    @Test
    void separatesCellsAndEndsTheLine() {
        assertEquals("a,,true,6\r\n", CsvLine.of("a", null, true, 6));
        assertEquals("\r\n", CsvLine.of(""));
    }

    @Test
    void quotesWhatWouldBreakACell() {
        assertEquals("\"a,b\",\"a;b\"\r\n", CsvLine.of("a,b", "a;b"));
        assertEquals("\"a\"\"b\",\"\"\"\"\r\n", CsvLine.of("a\"b", "\""));
        assertEquals("\"a\r\nb\",\"a\nb\",\"a\rb\"\r\n", CsvLine.of("a\r\nb", "a\nb", "a\rb"));
        assertEquals("\" a\",\"a \"\r\n", CsvLine.of(" a", "a "));
        assertEquals("a b,Müller 😀\r\n", CsvLine.of("a b", "Müller 😀"));
    }

    @ParameterizedTest
    @ValueSource(strings = { " =1", "=1+1", "+1", "-1", "@SUM(A1)", "==", "\uFF1D1", "\uFF0B1", "\uFF0D1", "\uFF201", "\u200B=1", "\uFEFF=1", "\u0001=1" })
    void defusesFormulas(String formula) {
        assertEquals("'" + formula + "\r\n", CsvLine.of(formula));
    }

    @ParameterizedTest
    @ValueSource(strings = { "\u00A0=1 ", "\t=1", "\ta", "\ra", "\na", "\r\n=1", "=1,2", "=\"a;b" })
    void defusesFormulasInQuotes(String formula) {
        assertEquals("\"'" + formula.replace("\"", "\"\"") + "\"\r\n", CsvLine.of(formula));
    }

    @ParameterizedTest
    @ValueSource(strings = { "a=1", "erika@example.com", "O'Neill", "'a", "1-2" })
    void leavesTheRestAlone(String text) {
        assertEquals(text + "\r\n", CsvLine.of(text));
    }
}
