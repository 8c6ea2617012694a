package org.keycloak.testsuite.kcadm;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * A chapter of the book, or a section of a chapter that is nothing but its sections, as its reader sees it: with blocks of commands, and
 * what they print.
 *
 * @param blocks in their order
 * @param elsewhere lines with a command of kcadm.sh that are in no such block, so that nothing runs them
 */
record ConsolePage(String title, List<ConsoleBlock> blocks, List<String> elsewhere) {

    private static final String CONSOLE = "code[data-lang=console]";

    /** Those that have commands, in the order of the book. */
    static List<ConsolePage> in(Path book) throws IOException {
        return Jsoup.parse(book).select("#content > .sect1").stream().flatMap(ConsolePage::pages).map(ConsolePage::read)
                .filter(page -> !page.blocks.isEmpty() || !page.elsewhere.isEmpty()).toList();
    }

    private static Stream<Element> pages(Element chapter) {
        List<Element> sections = chapter.select("> .sectionbody > *");
        return sections.stream().allMatch(section -> section.hasClass("sect2")) ? sections.stream() : Stream.of(chapter);
    }

    private static ConsolePage read(Element page) {
        List<ConsoleBlock> blocks = page.select(CONSOLE).stream().map(Element::wholeText).map(ConsoleBlock::parse).toList();
        List<String> elsewhere = page.select("pre").not("pre:has(" + CONSOLE + ")").stream().flatMap(block -> block.wholeText().lines())
                .filter(line -> line.startsWith("$ ") && line.contains("kcadm.sh")).toList();
        return new ConsolePage(page.selectFirst("h2, h3").text(), blocks, elsewhere);
    }

    /** Whether the page has a login of its own; the others are for readers who have one. */
    boolean logsIn() {
        return has("kcadm.sh config credentials --server http://localhost:8080 --realm master");
    }

    /** Whether the page makes the realm that it speaks of. */
    boolean createsRealm() {
        return has("kcadm.sh create realms");
    }

    private boolean has(String beginning) {
        return blocks.stream().flatMap(block -> block.commands().stream()).anyMatch(command -> command.command().startsWith(beginning));
    }

    @Override
    public String toString() {
        return title;
    }
}
