package org.keycloak.testsuite.performance;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What the command line says: the properties {@code measure.*} of the module's pom.xml.
 */
record MeasurementOptions(Path stock, Path withJar, Path jar, String features, String options, int clients, int logins, int warmUp, int rounds,
        String passwordPolicy) {

    static MeasurementOptions read() {
        return new MeasurementOptions(Path.of(text("stock")), Path.of(text("withJar")), Path.of(text("jar")), text("features"), text("options"),
                Integer.getInteger("measure.clients"), Integer.getInteger("measure.logins"), Integer.getInteger("measure.warmUp"),
                Integer.getInteger("measure.rounds"), text("passwordPolicy"));
    }

    private static String text(String name) {
        return System.getProperty("measure." + name, "").strip();
    }

    List<String> buildOptions() {
        List<String> build = new ArrayList<>(List.of("build"));
        if (startOptions().stream().noneMatch(option -> option.startsWith("--db="))) {
            build.add("--db=dev-file");
        }
        startOptions().stream().filter(option -> option.startsWith("--db=")).forEach(build::add);
        if (!features.isEmpty()) {
            build.add("--features=" + features);
        }
        return build;
    }

    List<String> startOptions() {
        return options.isEmpty() ? List.of() : List.of(options.split("\\s+"));
    }

    int turns() {
        return warmUp + rounds;
    }
}
