package org.keycloak.createtotp.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

/** Code is in the book as it was written. Unless it is passed through, AsciiDoc reads its asterisks, quotation marks, dots and hyphens as markup. */
class CodeInTheBookTest {

    private static final Path BOOK = Path.of("target/html/index.html");
    private static final List<Path> SOURCES = List.of(Path.of("guide"), Path.of("documentation"), Path.of("target/generated"));

    private static final Pattern BLOCK = Pattern.compile("^(----|\\.\\.\\.\\.)\n(.*?)\n\\1$", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern INLINE = Pattern.compile("(?<![\\w`])(`{1,2})(\\+?)(?=[^\\s`])((?:(?!\n\n)[^`])*[^\\s`])\\2\\1(?![\\w`])");
    private static final String INCLUDE = "include::";

    @Test
    void codeInTheTextIsAsItWasWritten() throws IOException {
        Set<String> printed = printed("code");
        assertAllIn(printed, sources().stream().flatMap(text -> INLINE.matcher(BLOCK.matcher(text).replaceAll("")).results())
                .map(code -> oneLine(code.group(3))));
    }

    @Test
    void blocksAreAsTheyWereWritten() throws IOException {
        String version = OpenApi.read().root().at("/info/version").asText();
        assertAllIn(printed("pre"), sources().stream().flatMap(text -> BLOCK.matcher(text).results()).map(block -> block.group(2))
                .filter(block -> !block.contains(INCLUDE)).map(block -> oneLine(block.replace("{project_version}", version))));
    }

    private static void assertAllIn(Set<String> printed, Stream<String> written) {
        List<String> all = written.toList();
        assertFalse(all.isEmpty());
        assertEquals(List.of(), all.stream().filter(code -> !printed.contains(code)).toList());
    }

    private static Set<String> printed(String element) throws IOException {
        return Jsoup.parse(BOOK).select(element).stream().map(Element::wholeText).map(CodeInTheBookTest::oneLine).collect(Collectors.toSet());
    }

    private static List<String> sources() throws IOException {
        List<String> texts = new ArrayList<>();
        for (Path directory : SOURCES) {
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file : files.filter(file -> file.toString().endsWith(".adoc")).toList()) {
                    texts.add(Files.readString(file));
                }
            }
        }
        return texts;
    }

    private static String oneLine(String code) {
        return code.strip().replaceAll("\\s+", " ");
    }
}
