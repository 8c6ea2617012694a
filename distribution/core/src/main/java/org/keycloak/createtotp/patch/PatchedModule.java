package org.keycloak.createtotp.patch;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/**
 * One of Keycloak's modules in an unpacked server: compiles its changed sources against the server's jars, into its own jar.
 *
 * @param name as in Keycloak's repository
 * @param sources the module's changed sources
 */
record PatchedModule(String name, Path sources, Server server) {

    private static final List<String> OPTIONS = List.of("--release", "17", "-parameters", "-g", "-proc:none", "-Xlint:none", "-nowarn");

    void build(Collection<Change> changes) throws IOException {
        try (FileSystem jar = FileSystems.newFileSystem(server.jar(name))) {
            compile(changed(changes, "src/main/java"), jar.getPath("/"));
            copy(changed(changes, "src/main/resources"), jar.getPath("/"));
        }
    }

    private List<Path> changed(Collection<Change> changes, String directory) {
        return changes.stream().map(Change::path).filter(path -> path.startsWith(name + "/" + directory + "/"))
                .map(path -> sources.resolve(path.substring(name.length() + 1))).toList();
    }

    private void compile(Collection<Path> javaFiles, Path jar) throws IOException {
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(diagnostics, null, null)) {
            List<String> options = Stream.concat(OPTIONS.stream(), Stream.of("-classpath", server.classpath())).toList();
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(jar));
            if (!compiler.getTask(null, files, diagnostics, options, null, files.getJavaFileObjectsFromPaths(javaFiles)).call()) {
                throw new MergeException(name, "the merged classes don't compile with " + server.directory() + diagnostics.getDiagnostics().stream()
                        .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR).map(Object::toString).collect(Collectors.joining("\n", "\n", "")));
            }
        }
    }

    private void copy(Collection<Path> resources, Path jar) throws IOException {
        for (Path resource : resources) {
            Path entry = jar.resolve(sources.resolve("src/main/resources").relativize(resource).toString());
            Files.createDirectories(entry.getParent());
            Files.copy(resource, entry, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
