package org.keycloak.createtotp.docs;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Everything that the book refers to is there. */
class BookTest {

    private static final Path DIRECTORY = Path.of("target/html");
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern LOADING = Pattern.compile("@import|url\\((?!\\s*[\"']?data:)");

    private static final String PROMPT = "$ ";

    private static Document book;

    @BeforeAll
    static void read() throws IOException {
        book = Jsoup.parse(DIRECTORY.resolve("index.html"));
    }

    @Test
    void eachInternalLinkHasItsAnchor() {
        List<String> links = attributes("a[href^=#]", "href");

        assertFalse(links.isEmpty());
        assertNone(links.stream().filter(link -> link.length() > 1 && book.getElementById(link.substring(1)) == null));
    }

    @Test
    void eachRelativeLinkLeadsToAFile() {
        assertNone(attributes("a[href]", "href").stream().filter(link -> !link.startsWith("#")).map(URI::create)
                .filter(link -> !link.isAbsolute() && !Files.exists(DIRECTORY.resolve(link.getPath()))));
    }

    @Test
    void eachPictureIsThereAndHasAText() {
        assertNone(book.select("img").stream().filter(picture -> picture.attr("alt").isBlank() || !isThere(picture.attr("src"))).map(Element::outerHtml));
    }

    @Test
    void picturesOfAllGuidesHaveNamesOfTheirOwn() throws IOException {
        List<String> names = new ArrayList<>();
        for (String directory : List.of("images", "documentation/server_admin/images", "documentation/server_development/images")) {
            if (Files.isDirectory(Path.of(directory))) {
                try (Stream<Path> files = Files.list(Path.of(directory))) {
                    files.map(file -> file.getFileName().toString()).forEach(names::add);
                }
            }
        }
        assertNoneTwice(names);
    }

    @Test
    void noIdIsThereTwice() {
        assertNoneTwice(attributes("[id]", "id"));
    }

    @Test
    void nothingIsLoadedFromElsewhere() {
        assertNone(book.select("link[href], [src]").stream().map(element -> element.attr("link".equals(element.tagName()) ? "href" : "src"))
                .filter(source -> !source.startsWith("data:") && !isThere(source)));
        assertNone(book.select("style").stream().map(style -> COMMENT.matcher(style.data()).replaceAll("")).filter(LOADING.asPredicate()));
    }

    /** A backquote in the text is one that AsciiDoc took for something else, such as half of a curved quotation mark. */
    @Test
    void noMarkupIsLeftInTheText() {
        Document text = book.clone();
        text.select("pre, code, style, script").remove();

        assertNone(text.select("p, li, td, th, h1, h2, h3, h4, h5").stream().map(Element::ownText).filter(own -> own.contains("`") || own.contains("|===")));
    }

    /** AsciiDoc shows the anchor in brackets if it knows no title. */
    @Test
    void eachReferenceHasAText() {
        assertNone(book.select("a[href^=#]").stream().map(Element::text).filter(text -> text.matches("\\[.*]")));
    }

    /** So a reader who selects a block pastes what runs. */
    @Test
    void aSelectionOfAConsoleBlockIsItsCommands() {
        Elements blocks = book.select("code[data-lang=console]");
        List<String> commands = blocks.stream().flatMap(block -> commands(block.wholeText())).toList();
        Elements selected = blocks.clone();
        selected.select(".gp, .go").remove();

        assertFalse(commands.isEmpty());
        assertEquals(commands, selected.stream().flatMap(block -> block.wholeText().lines()).filter(line -> !line.isEmpty()).toList());
        assertTrue(book.select("style").stream().anyMatch(style -> style.data().contains("pre.rouge .gp, pre.rouge .go { -webkit-user-select: none; user-select: none; }")));
    }

    /** A line with a prompt, without it, and the lines that it continues on. */
    private static Stream<String> commands(String block) {
        List<String> commands = new ArrayList<>();
        boolean continued = false;
        for (String line : block.lines().toList()) {
            if (continued || line.startsWith(PROMPT)) {
                commands.add(continued ? line : line.substring(PROMPT.length()));
                continued = line.endsWith("\\");
            }
        }
        return commands.stream();
    }

    private static boolean isThere(String source) {
        URI uri = URI.create(source);
        return !uri.isAbsolute() && uri.getHost() == null && Files.isRegularFile(DIRECTORY.resolve(uri.getPath()));
    }

    private static List<String> attributes(String selector, String attribute) {
        return book.select(selector).eachAttr(attribute);
    }

    private static void assertNoneTwice(List<String> names) {
        Set<String> seen = new HashSet<>();
        assertNone(names.stream().filter(name -> !seen.add(name)));
    }

    private static void assertNone(Stream<?> wrong) {
        assertEquals(List.of(), wrong.toList());
    }
}
