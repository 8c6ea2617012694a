package org.keycloak.createtotp.patch;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager.Location;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

import com.sun.source.util.JavacTask;

/**
 * Changed classes of Keycloak's, compiled against a server's jars.
 *
 * @param name what is compiled, for people
 */
record Compilation(String name, Collection<Change> changes, Server server) {

    private static final List<String> OPTIONS = List.of("--release", "17", "-parameters", "-g", "-proc:none", "-Xlint:none", "-nowarn");

    /**
     * @param directory for the classes
     * @throws MergeException where they don't compile
     */
    void into(Path directory) throws IOException {
        run(StandardLocation.CLASS_OUTPUT, List.of(directory), JavacTask::call);
    }

    /**
     * Leaves no classes.
     *
     * @param sources directories of what the server has no classes of
     * @throws MergeException where they don't compile
     */
    void check(Path... sources) throws IOException {
        run(StandardLocation.SOURCE_PATH, List.of(sources), JavacTask::analyze);
    }

    private void run(Location location, List<Path> directories, Step step) throws IOException {
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(diagnostics, null, null)) {
            files.setLocationFromPaths(location, directories);
            List<String> options = Stream.concat(OPTIONS.stream(), Stream.of("-classpath", server.classpath())).toList();
            step.of((JavacTask) compiler.getTask(null, files, diagnostics, options, null, changes.stream().map(SourceText::new).toList()));
        }
        List<String> errors = diagnostics.getDiagnostics().stream().filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR).map(Object::toString).toList();
        if (!errors.isEmpty()) {
            throw new MergeException(name, "the merged classes don't compile with " + server.directory() + "\n" + String.join("\n", errors));
        }
    }

    private interface Step {

        Object of(JavacTask task) throws IOException;
    }

    private static final class SourceText extends SimpleJavaFileObject {

        private final String text;

        SourceText(Change change) {
            super(URI.create("keycloak:///" + change.path()), Kind.SOURCE);
            text = change.text();
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
