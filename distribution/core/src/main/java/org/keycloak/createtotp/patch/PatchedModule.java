package org.keycloak.createtotp.patch;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * One of Keycloak's modules in an unpacked server: compiles its changed sources against the server's jars, and updates its own jar.
 */
final class PatchedModule {

    private static final List<String> OPTIONS = List.of("--release", "17", "-parameters", "-g", "-proc:none", "-Xlint:none", "-nowarn");

    private final String name;
    private final Path sources;
    private final Server server;

    /**
     * @param name as in Keycloak's repository
     * @param sources the module's changed sources
     */
    PatchedModule(String name, Path sources, Server server) {
        this.name = name;
        this.sources = sources;
        this.server = server;
    }

    void build(Collection<Change> changes) throws IOException {
        Path classes = sources.resolve("target/classes");
        delete(classes);
        Files.createDirectories(classes);
        compile(changed(changes, "src/main/java/").toList(), classes);
        update(classes);
        update(sources.resolve("src/main/resources"), changed(changes, "src/main/resources/"));
    }

    private Stream<Path> changed(Collection<Change> changes, String directory) {
        String prefix = name + "/";
        return changes.stream().map(Change::path).filter(path -> path.startsWith(prefix + directory))
                .map(path -> sources.resolve(path.substring(prefix.length())));
    }

    private void compile(Collection<Path> javaFiles, Path classes) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(diagnostics, null, null)) {
            List<String> options = Stream.concat(OPTIONS.stream(), Stream.of("-classpath", server.classpath(), "-d", classes.toString())).toList();
            if (!compiler.getTask(null, files, diagnostics, options, null, files.getJavaFileObjectsFromPaths(javaFiles)).call()) {
                throw new MergeException(name, "the merged classes don't compile with " + server.directory() + diagnostics.getDiagnostics().stream()
                        .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR).map(Object::toString).collect(Collectors.joining("\n", "\n", "")));
            }
        }
    }

    private void update(Path classes) throws IOException {
        try (Stream<Path> files = Files.walk(classes)) {
            update(classes, files.filter(Files::isRegularFile));
        }
    }

    private void update(Path directory, Stream<Path> files) throws IOException {
        try (FileSystem jar = FileSystems.newFileSystem(server.jar(name))) {
            for (Path file : files.toList()) {
                Path entry = jar.getPath(directory.relativize(file).toString());
                if (entry.getParent() != null) {
                    Files.createDirectories(entry.getParent());
                }
                Files.copy(file, entry, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static void delete(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
