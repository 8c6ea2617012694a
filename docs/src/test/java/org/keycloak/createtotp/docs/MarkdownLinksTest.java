package org.keycloak.createtotp.docs;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The links of the pages in Markdown, as a browser of the repository shows them. */
class MarkdownLinksTest {

    private static final Path REPOSITORY = Path.of("..");
    private static final Pattern CODE = Pattern.compile("^```.*?^```$|`[^`\n]+`", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("^#+ (.*)$", Pattern.MULTILINE);
    private static final Pattern BLOCK = Pattern.compile("^```.*?^```$", Pattern.DOTALL | Pattern.MULTILINE);

    @Test
    void eachRelativeLinkLeadsToAFileAndItsHeading() throws IOException {
        List<String> broken = new ArrayList<>();
        int links = 0;
        for (Path page : pages()) {
            for (URI link : relativeLinks(page)) {
                links++;
                if (!leadsSomewhere(page, link)) {
                    broken.add(page + ": " + link);
                }
            }
        }
        assertEquals(List.of(), broken);
        assertTrue(links > 0);
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> docs = Files.walk(REPOSITORY.resolve("docs"))) {
            List<Path> pages = new ArrayList<>(docs.filter(file -> file.toString().endsWith(".md") && !file.startsWith(REPOSITORY.resolve("docs/target"))).toList());
            pages.add(REPOSITORY.resolve("README.md"));
            pages.add(REPOSITORY.resolve("CONTRIBUTING.md"));
            return pages;
        }
    }

    private static List<URI> relativeLinks(Path page) throws IOException {
        return LINK.matcher(CODE.matcher(Files.readString(page)).replaceAll("")).results().map(link -> URI.create(link.group(1))).filter(link -> !link.isAbsolute()).toList();
    }

    private static boolean leadsSomewhere(Path page, URI link) throws IOException {
        Path target = link.getPath().isEmpty() ? page : page.resolveSibling(link.getPath());
        if (!Files.exists(target)) {
            return false;
        }
        return link.getFragment() == null || !target.toString().endsWith(".md") || headings(target).contains(link.getFragment());
    }

    private static List<String> headings(Path page) throws IOException {
        return HEADING.matcher(BLOCK.matcher(Files.readString(page)).replaceAll("")).results().map(MarkdownLinksTest::anchor).toList();
    }

    /** As GitHub makes it. */
    private static String anchor(MatchResult heading) {
        return heading.group(1).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-');
    }
}
