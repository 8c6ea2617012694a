package org.keycloak.handout.output;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class FileNamesTest {

    private final FileNames names = new FileNames();

    @ParameterizedTest
    @CsvSource(ignoreLeadingAndTrailingWhitespace = false, value = { "alice,alice", "j.o'neil+x@example.org,j.o'neil+x@example.org", "..,%2E%2E",
            "../../etc/passwd,%2E.%2F..%2Fetc%2Fpasswd", "C:\\x,C%3A%5Cx", ".hidden,%2Ehidden", "-rf,%2Drf", "~root,%7Eroot", "a ,a%20", "a.,a%2E",
            " a,%20a", "a\u202Eb,a%E2%80%AEb", "a?*\"<>|,a%3F%2A%22%3C%3E%7C", "100%,100%25", "'',%", "CON,%43ON",
            "con.x,%63on.x", "nul .x,%6Eul .x", "Lpt1,%4Cpt1", "COM\u00B9,%43OM\u00B9", "console,console", "\uD800,%3F", "e\u0301va,\u00E9va",
            "\u5F35\u4E09,\u5F35\u4E09" })
    void areSafeEverywhereAndReadable(String username, String name) {
        assertEquals(name, names.next(username));
    }

    @Test
    void haveNoControlCharacter() {
        assertEquals("a%00b%0Ac%0D%7F", names.next("a\0b\nc\r\u007F"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "x", "\u00E4", "\uD83D\uDE00", "/" })
    void areShortAndDifferHoweverLongTheUsernamesAre(String character) {
        String first = names.next(character.repeat(255));
        String second = names.next(character.repeat(255) + "2");
        assertTrue(first.getBytes(StandardCharsets.UTF_8).length <= 120);
        assertEquals(first, new String(first.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
        assertEquals(first + "~2", second);
    }

    @Test
    void areAsciiWhereTheMachineHasNoOthers() {
        FileNames ascii = new FileNames(StandardCharsets.US_ASCII.newEncoder()::canEncode);
        assertEquals("m%C3%BCller", ascii.next("m\u00FCller"));
        assertEquals("%F0%9F%98%80", ascii.next("\uD83D\uDE00"));
        assertEquals("alice", ascii.next("alice"));
    }

    @Test
    void differInMoreThanCaseOrForm() {
        assertEquals("alice", names.next("alice"));
        assertEquals("Alice~2", names.next("Alice"));
        assertEquals("alice~2~2", names.next("alice~2"));
        assertEquals("ALICE~3", names.next("ALICE"));
        assertEquals("stra\u00DFe", names.next("stra\u00DFe"));
        assertEquals("STRASSE~2", names.next("STRASSE"));
        assertEquals("\uFF41lice~4", names.next("\uFF41lice"));
    }
}
