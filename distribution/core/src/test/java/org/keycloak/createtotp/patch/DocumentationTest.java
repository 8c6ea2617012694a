package org.keycloak.createtotp.patch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Keycloak's guides are whole after each patch of the real series: its build fails where a topic leads to what isn't there. */
class DocumentationTest {

    private static final Path REPOSITORY = Path.of("../..");
    private static final Pattern PICTURE = Pattern.compile("\\bimage::?(images/[^\\[]+)\\[");
    private static final Pattern REFERENCE = Pattern.compile("<<(\\w[^,>]*)[,>]|\\bxref:([^\\[]+)\\[");
    private static final Pattern ANCHOR = Pattern.compile("(?m)^\\[\\[([^],]+)[],]|^\\[id=\"([^\"]+)\"");
    private static final Pattern INCLUDE = Pattern.compile("(?m)^include::([^\\[]+)\\[");
    private static final Pattern GUIDE = Pattern.compile("docs/documentation/\\w+/");

    @TempDir
    Path keycloak;

    static IntStream patches() throws IOException {
        return IntStream.range(0, Capabilities.in(REPOSITORY).capabilities().size());
    }

    @ParameterizedTest
    @MethodSource("patches")
    void hasThePicturesThatItsTopicsShow(int last) throws IOException {
        List<Change> documentation = documentation(last);
        Set<String> shown = topics(documentation).flatMap(topic -> found(PICTURE, topic.text()).map(picture -> guide(topic) + picture)).collect(sorted());
        Set<String> pictures = documentation.stream().map(Change::path).filter(path -> path.endsWith(".png")).collect(sorted());
        assertEquals(shown, pictures);
    }

    @ParameterizedTest
    @MethodSource("patches")
    void hasWhatItsTopicsReferTo(int last) throws IOException {
        List<Change> documentation = documentation(last);
        Set<String> nowhere = topics(documentation).flatMap(topic -> found(REFERENCE, topic.text()).map(anchor -> guide(topic) + "#" + anchor)).collect(sorted());
        topics(documentation).flatMap(topic -> found(ANCHOR, topic.text()).map(anchor -> guide(topic) + "#" + anchor)).forEach(nowhere::remove);
        assertEquals(Set.of(), nowhere);
    }

    @ParameterizedTest
    @MethodSource("patches")
    void includesEachOfItsTopics(int last) throws IOException {
        Set<String> included = Capabilities.in(REPOSITORY).capabilities().subList(0, last + 1).stream().map(Capability::fragments)
                .flatMap(fragments -> fragments.files("docs").flatMap(path -> found(INCLUDE, fragments.require(path)).map(topic -> sibling(path, topic))))
                .collect(sorted());
        assertEquals(topics(documentation(last)).map(Change::path).collect(sorted()), included);
    }

    @Test
    void saysNothingOfTotpMethodsInTheFirstPatch() throws IOException {
        Pattern methods = Pattern.compile("TOTP method|unlock-totp|totp-status");
        assertEquals(List.of(), topics(documentation(0)).filter(topic -> methods.matcher(topic.text()).find()).map(Change::path).toList());
    }

    /** All that is there after this patch. */
    private List<Change> documentation(int last) throws IOException {
        Capabilities series = Capabilities.in(REPOSITORY);
        SourceTree tree = new Sources(keycloak).withDocumentation().tree();
        for (int number = 0; number <= last; number++) {
            List<Contribution> documentation = series.files().contributions(number).filter(contribution -> contribution.path().startsWith("docs/")).toList();
            tree.write(new Contributions(documentation).changesTo(tree));
        }
        return tree.files("docs/documentation").map(path -> new Change(path, null, tree.content(path).orElseThrow())).toList();
    }

    private static Stream<Change> topics(List<Change> documentation) {
        return documentation.stream().filter(change -> change.path().endsWith(".adoc"));
    }

    private static Stream<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(DocumentationTest::group);
    }

    private static String group(MatchResult result) {
        return IntStream.rangeClosed(1, result.groupCount()).mapToObj(result::group).filter(group -> group != null).findFirst().orElseThrow();
    }

    private static String guide(Change topic) {
        return GUIDE.matcher(topic.path()).results().findFirst().orElseThrow().group();
    }

    private static String sibling(String path, String topic) {
        return Path.of(path).resolveSibling(topic).toString().replace('\\', '/');
    }

    private static Collector<String, ?, Set<String>> sorted() {
        return Collectors.toCollection(TreeSet::new);
    }
}
