package org.keycloak.services.resources.admin.bulk;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.keycloak.credential.UserBatchProvider.Key;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

class BulkLinesTest {

    @Test
    void lineNamesAUserInOneWay() {
        List<BulkEntry> entries = read("{\"username\":\"alice\",\"digits\":8}\n{\"id\":\"42\"}\n{\"email\":\"carol@example.org\"}\n");

        assertEquals(List.of(Key.USERNAME, Key.ID, Key.EMAIL), entries.stream().map(BulkEntry::key).toList());
        assertEquals(List.of("alice", "42", "carol@example.org"), entries.stream().map(BulkEntry::value).toList());
        assertEquals("{\"digits\":8}", entries.get(0).fields().toString());
        assertEquals("{}", entries.get(1).fields().toString());
        assertTrue(entries.stream().noneMatch(BulkEntry::listed));
    }

    @Test
    void emptyLinesCountAndAreLeftOut() {
        List<BulkEntry> entries = read("\n\r\n{\"id\":\"1\"}\r\n  \t\n{\"id\":\"2\"}\n\n{\"id\":\"3\"}");

        assertEquals(List.of(3, 5, 7), entries.stream().map(BulkEntry::line).toList());
        assertEquals(List.of("1", "2", "3"), entries.stream().map(BulkEntry::value).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "\n", " \r\n \n" })
    void nothingHasNoLines(String body) {
        assertEquals(List.of(), read(body));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "x", "[]", "1", "\"alice\"", "null", "{", "{}", "{\"digits\":6}", "{\"id\":null}", "{\"id\":\"1\",\"username\":\"alice\"}", "{\"id\":1}",
        "{\"id\":\" \"}", "{\"username\":\"a\\u0000\"}", "{\"id\":\"1\",\"id\":\"2\"}", "{\"id\":\"1\"} {\"id\":\"2\"}", "{\"id\":{\"a\":1}}"
    })
    void badLineFailsAloneAndIsNotQuoted(String line) {
        List<BulkEntry> entries = read("{\"id\":\"1\"}\n" + line + "\n{\"id\":\"3\"}");

        assertEquals(3, entries.size());
        assertTrue(entries.get(1).fault().startsWith("Invalid "), entries.get(1)::fault);
        assertNull(entries.get(1).value());
        assertEquals(2, entries.get(1).line());
        assertEquals("3", entries.get(2).value());
    }

    @Test
    void lineHasABound() {
        String longest = "{\"id\":\"1\"" + " ".repeat(64 * 1024 - 10) + "}";

        List<BulkEntry> entries = read(longest + "\n " + longest + "\n" + "{\"id\":\"" + "1".repeat(256) + "\"}");

        assertNull(entries.get(0).fault());
        assertEquals("Invalid line. Allowed: at most 65536 bytes.", entries.get(1).fault());
        assertEquals("Invalid id. Allowed: 1 to 255 characters, none of them a null character.", entries.get(2).fault());
    }

    private static List<BulkEntry> read(String body) {
        List<BulkEntry> entries = new ArrayList<>();
        new BulkLines(body.getBytes(StandardCharsets.UTF_8)).forEachRemaining(entries::add);
        return entries;
    }
}
