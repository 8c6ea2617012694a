package org.keycloak.createtotp.patch;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What one patch of the series brings.
 *
 * @param name name of the patch
 * @param files our files, by their paths in Keycloak's repository. The paths are the same as here, except that what the build of a module generates
 *     is among the module's resources there
 * @param fragments what it adds to Keycloak's files, by the paths of Keycloak's files
 */
record Capability(String name, Map<String, Path> files, Map<String, Path> fragments) {

    private static final String SERIES = "distribution/core/src/main/series";

    /**
     * @return the series; a file that several list belongs to the last of them
     * @throws IllegalStateException if a list has an entry for nothing
     */
    static List<Capability> in(Path repository) throws IOException {
        List<Capability> series = new ArrayList<>();
        for (Path directory : entries(repository.resolve(SERIES))) {
            Map<String, Path> files = new TreeMap<>();
            for (String glob : Files.readAllLines(directory.resolve("files"))) {
                files.putAll(files(repository, glob));
            }
            series.forEach(earlier -> earlier.files().keySet().removeAll(files.keySet()));
            series.add(new Capability(directory.getFileName().toString().replaceFirst("\\d+-", ""), files, files(directory.resolve("fragments"), "**")));
        }
        return series;
    }

    private static List<Path> entries(Path directory) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.sorted().toList();
        }
    }

    private static Map<String, Path> files(Path root, String glob) throws IOException {
        Map<String, Path> found = new TreeMap<>();
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + glob);
        try (Stream<Path> files = Files.walk(root.resolve(glob.replaceFirst("[^/]*[*{].*", "")))) {
            files.filter(Files::isRegularFile).filter(file -> matcher.matches(root.relativize(file)))
                    .forEach(file -> found.put(root.relativize(file).toString().replace('\\', '/').replace("/target/generated-resources/", "/src/main/resources/"), file));
        }
        if (found.isEmpty()) {
            throw new IllegalStateException(root + ": there is no " + glob);
        }
        return found;
    }

    /**
     * @return the paths of all files that the capability brings or changes
     */
    Stream<String> paths() {
        return Stream.concat(files.keySet().stream(), fragments.keySet().stream());
    }

    /**
     * @return the paths of the files that the capability brings; no service file, because our lines may go into a service file of Keycloak's
     */
    List<String> newFiles() {
        return files.keySet().stream().filter(path -> !path.contains("META-INF/services/")).toList();
    }
}
