package org.keycloak.handout.token.pskc;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ElementReaderTest {

    @Test
    void readsOneChildAfterTheOther() throws Exception {
        try (ElementReader reader = reader("<!-- c --><r v=' 1 '> <a>x<!-- c --><b> y<![CDATA[<]]>&amp; </b>z</a> <n:c xmlns:n='urn:n'/> </r>")) {
            assertEquals("1", reader.root().attribute("v").orElseThrow());
            XmlElement a = reader.nextChild();
            assertEquals("xz", a.text());
            assertEquals("y<&", a.text("b").orElseThrow());
            assertEquals("urn:n", reader.nextChild().namespace());
            assertNull(reader.nextChild());
        }
    }

    @ParameterizedTest
    @CsvSource({ "31, 1, 1, ", "32, 1, 1, 32 levels of elements", "1, 999, 1, ", "1, 1000, 1, 1000 elements", "1, 100, 1000, ", "1, 101, 1000, 100000 characters" })
    void boundsAChild(int depth, int number, int characters, String bound) throws Exception {
        String many = ("<a>" + "x".repeat(characters) + "</a>").repeat(number);
        String deep = depth == 1 ? "<c>" + many + "</c>" : "<c>".repeat(depth) + "</c>".repeat(depth);
        try (ElementReader reader = reader("<r>" + deep + "</r>")) {
            if (bound == null) {
                assertEquals("c", reader.nextChild().name());
            } else {
                String message = assertThrows(UnusableFile.class, reader::nextChild).getMessage();
                assertTrue(message.contains(bound), message);
            }
        }
    }

    private static ElementReader reader(String xml) throws Exception {
        return new ElementReader(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }
}
