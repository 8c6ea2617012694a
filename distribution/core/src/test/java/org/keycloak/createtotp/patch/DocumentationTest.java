package org.keycloak.createtotp.patch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

/** Keycloak's guides are whole after each patch: its build fails if a topic leads to what isn't there. */
class DocumentationTest {

    private static final String DOCUMENTATION = "docs/documentation/";

    static IntStream patches() throws IOException {
        return IntStream.range(0, Capability.in(Path.of("../..")).size());
    }

    @ParameterizedTest
    @MethodSource("patches")
    void hasThePicturesThatItsTopicsShow(int last) throws IOException {
        Set<String> pictures = new TreeSet<>(paths(last, ".png").keySet());
        assertEquals(pictures, found(paths(last, ".adoc"), "\\bimage::?(images/[^\\[]+)\\[", (topic, picture) -> guide(topic) + picture));
    }

    @ParameterizedTest
    @MethodSource("patches")
    void hasWhatItsTopicsReferTo(int last) throws IOException {
        Map<String, Path> topics = paths(last, ".adoc");
        Set<String> nowhere = found(topics, "(?:<<(?=\\w)|\\bxref:)([^,>\\[]+)[,>\\[]", (topic, anchor) -> guide(topic) + anchor);
        nowhere.removeAll(found(topics, "(?m)^(?:\\[\\[|\\[id=\")([^],\"]+)[],\"]", (topic, anchor) -> guide(topic) + anchor));
        assertEquals(Set.of(), nowhere);
    }

    @ParameterizedTest
    @MethodSource("patches")
    void includesEachOfItsTopics(int last) throws IOException {
        Set<String> included = new TreeSet<>();
        for (Capability capability : series(last)) {
            included.addAll(found(capability.fragments(), "(?m)^include::([^\\[]+)\\[", (path, topic) -> Path.of(path).resolveSibling(topic).toString()));
        }
        assertEquals(new TreeSet<>(paths(last, ".adoc").keySet()), included);
    }

    @Test
    void saysNothingOfTotpMethodsInTheFirstPatch() throws IOException {
        for (Path topic : paths(0, ".adoc").values()) {
            assertFalse(Pattern.compile("TOTP method|unlock-totp|totp-status").matcher(Files.readString(topic)).find(), topic.toString());
        }
    }

    private static List<Capability> series(int last) throws IOException {
        return Capability.in(Path.of("../..")).subList(0, last + 1);
    }

    /** All files of this kind that are there after a patch. */
    private static Map<String, Path> paths(int last, String end) throws IOException {
        Map<String, Path> paths = new TreeMap<>();
        series(last).forEach(capability -> paths.putAll(capability.files()));
        paths.keySet().removeIf(path -> !path.startsWith(DOCUMENTATION) || !path.endsWith(end));
        return paths;
    }

    private static Set<String> found(Map<String, Path> files, String pattern, BiFunction<String, String, String> place) throws IOException {
        Set<String> found = new TreeSet<>();
        for (Map.Entry<String, Path> file : files.entrySet()) {
            Pattern.compile(pattern).matcher(Files.readString(file.getValue())).results().forEach(match -> found.add(place.apply(file.getKey(), match.group(1))));
        }
        return found;
    }

    /** Pictures and anchors belong to a guide. */
    private static String guide(String topic) {
        return topic.substring(0, topic.indexOf('/', DOCUMENTATION.length()) + 1);
    }
}
