package org.keycloak.createtotp.patch;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An unpacked distribution of Keycloak.
 *
 * @param directory where it was unpacked
 * @param compileOnly a directory of jars that Keycloak is compiled with, but doesn't ship
 */
record Server(Path directory, Path compileOnly) {

    private static final String BOOT = "lib/lib/boot";
    private static final String MAIN = "lib/lib/main";

    String classpath() throws IOException {
        return Stream.of(jars(directory.resolve(BOOT)), jars(directory.resolve(MAIN)), jars(compileOnly))
                .flatMap(List::stream).map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    /**
     * @param module as in Keycloak's repository
     * @throws MergeException where the server has no jar of this module
     */
    Path jar(String module) throws IOException {
        Pattern fileName = Pattern.compile("org\\.keycloak\\.keycloak-" + module.replace('/', '-') + "-\\d.*\\.jar");
        return jars(directory.resolve(MAIN)).stream().filter(jar -> fileName.matcher(jar.getFileName().toString()).matches()).findFirst()
                .orElseThrow(() -> new MergeException(module, "no jar of this module in " + directory));
    }

    private static List<Path> jars(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".jar")).toList();
        }
    }
}
