package org.keycloak.testsuite.performance;

import java.util.ArrayList;
import java.util.List;

/**
 * What a server is built and started with.
 *
 * @param features to build it with, separated by commas
 * @param options among them {@code --db=…}, where it isn't the embedded one
 */
public record ServerOptions(String features, List<String> options) {

    private static final String DATABASE = "--db=";

    public static ServerOptions read() {
        String options = Options.text("options");
        return new ServerOptions(Options.text("features"), options.isEmpty() ? List.of() : List.of(options.split("\\s+")));
    }

    public ServerOptions and(List<String> more) {
        List<String> all = new ArrayList<>(options);
        all.addAll(more);
        return new ServerOptions(features, all);
    }

    List<String> buildOptions() {
        List<String> build = new ArrayList<>(List.of("build"));
        build.add(options.stream().filter(option -> option.startsWith(DATABASE)).findFirst().orElse(DATABASE + "dev-file"));
        if (!features.isEmpty()) {
            build.add("--features=" + features);
        }
        return build;
    }

    /** A server that is built knows its database. */
    List<String> startOptions() {
        return options.stream().filter(option -> !option.startsWith(DATABASE)).toList();
    }
}
