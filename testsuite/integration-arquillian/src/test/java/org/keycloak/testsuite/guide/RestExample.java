package org.keycloak.testsuite.guide;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * An example of the REST reference: a request, and the reply to it.
 *
 * @param body of the request, empty if it has none
 * @param location of the reply, {@code null} if it has none
 * @param reply its body, empty if it has none
 */
record RestExample(String method, String path, String body, int status, String location, String reply) {

    private static final Pattern FORM = Pattern.compile("(?<method>[A-Z]+) (?<path>\\S+)\n(?:\n(?<body>\\{.*\\})\n)?\n(?<status>\\d{3}) [A-Za-z ]+(?:\nLocation: (?<location>\\S+))?(?:\n\n(?<reply>.*))?",
            Pattern.DOTALL);

    static List<RestExample> in(Path book) throws IOException {
        return Jsoup.parse(book).select(".rest-example pre").stream().map(Element::wholeText).map(RestExample::parse).toList();
    }

    private static RestExample parse(String text) {
        Matcher parts = FORM.matcher(text.strip());
        if (!parts.matches()) {
            throw new IllegalArgumentException(text);
        }
        return new RestExample(parts.group("method"), parts.group("path"), orEmpty(parts.group("body")), Integer.parseInt(parts.group("status")),
                parts.group("location"), orEmpty(parts.group("reply")));
    }

    private static String orEmpty(String part) {
        return part == null ? "" : part;
    }

    /** With what is different on each server. */
    RestExample with(UnaryOperator<String> change) {
        return new RestExample(method, change.apply(path), change.apply(body), status, location == null ? null : change.apply(location), change.apply(reply));
    }

    /**
     * @param operation a method and a path with parameters
     */
    boolean isOf(String operation) {
        String[] names = operation.split("\\{[^}]+\\}", -1);
        String pattern = String.join("[^/?]+", Arrays.stream(names).map(Pattern::quote).toList());
        return (method + " " + path).matches(pattern + "(\\?.*)?");
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
