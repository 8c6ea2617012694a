package org.keycloak.testsuite.performance;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * What the command line says: the properties {@code measure.*} of the module's pom.xml.
 */
public final class Options {

    private Options() {
    }

    public static String text(String name) {
        return System.getProperty("measure." + name, "").strip();
    }

    public static int number(String name) {
        return Integer.parseInt(text(name));
    }

    public static Path path(String name) {
        return Path.of(text(name));
    }

    /** Separated by commas. */
    public static List<String> list(String name) {
        return Arrays.stream(text(name).split(",")).map(String::strip).filter(entry -> !entry.isEmpty()).toList();
    }

    public static List<Integer> numbers(String name) {
        return list(name).stream().map(Integer::valueOf).toList();
    }
}
