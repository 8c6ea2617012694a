package org.keycloak.createtotp.patch;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Puts our change into the jars of an unpacked Keycloak. It compiles each patch with the patches before it, because a user may apply the first
 * patch alone.
 *
 * @param keycloak Keycloak's published sources
 * @param work directory that {@link PatchSeries} works in
 * @param server an unpacked distribution of the same version
 */
public record PatchedServer(Path keycloak, Path work, Path server) {

    private static final List<String> MODULES = List.of("core", "server-spi-private", "model/jpa", "services");
    /** Is compiled, too, but is in no server. */
    private static final String CLIENT = "integration/admin-client";
    private static final String SOURCES = "src/main/java";
    private static final String CLASSES = "target/classes";

    /**
     * @param args the components of the record, and this repository
     */
    public static void main(String... args) throws IOException {
        PatchedServer patched = new PatchedServer(Path.of(args[0]), Path.of(args[1]), Path.of(args[2]));
        List<Capability> series = Capability.in(Path.of(args[3]));
        for (int count = 1; count <= series.size(); count++) {
            new PatchSeries(series.subList(0, count), patched.keycloak(), patched.work()).make();
            patched.compile(series.get(count - 1).name());
        }
        for (String module : MODULES) {
            patched.update(module);
        }
        System.out.println(patched.server());
    }

    private void compile(String capability) throws IOException {
        URI annotations = URI.create(Schema.class.getProtectionDomain().getCodeSource().getLocation().toString()); // a server before 26.5 doesn't have them
        String classpath = String.join(File.pathSeparator, files(server.resolve("lib/lib"), ".jar")) + File.pathSeparator + Path.of(annotations);
        List<String> options = List.of("--release", "17", "-encoding", "UTF-8", "-parameters", "-g", "-proc:none", "-nowarn", "-implicit:none",
                "-d", work.resolve(CLASSES).toString(), "-classpath", classpath, "-sourcepath", keycloak.resolve(CLIENT).resolve(SOURCES).toString());
        List<String> sources = files(work, ".java").stream().filter(file -> file.replace('\\', '/').contains(SOURCES)).toList();
        run("javac", capability, Stream.concat(options.stream(), sources.stream()));
    }

    private void update(String module) throws IOException {
        Path sources = work.resolve(module).resolve(SOURCES);
        Path classes = work.resolve(CLASSES);
        Stream<Path> compiled = files(classes, ".class").stream().map(file -> classes.relativize(Path.of(file)))
                .filter(file -> Files.exists(sources.resolve(file.toString().replaceFirst("(\\$.*)?\\.class", ".java"))));
        Stream<String> contents = compiled.flatMap(file -> Stream.of("-C", classes.toString(), file.toString()));
        Path resources = Files.createDirectories(work.resolve(module).resolve("src/main/resources"));
        run("jar", module, Stream.of(Stream.of("--update", "--file", jar(module), "-C", resources.toString(), "."), contents).flatMap(arguments -> arguments));
    }

    private String jar(String module) throws IOException {
        String name = ".*org\\.keycloak\\.keycloak-" + module.replace('/', '-') + "-\\d.*";
        return files(server.resolve("lib/lib/main"), ".jar").stream().filter(file -> file.matches(name)).findFirst()
                .orElseThrow(() -> new IllegalStateException(server + ": there is no jar of " + module));
    }

    private static List<String> files(Path directory, String end) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.map(Path::toString).filter(file -> file.endsWith(end)).sorted().toList();
        }
    }

    private static void run(String tool, String what, Stream<String> arguments) {
        StringWriter output = new StringWriter();
        PrintWriter writer = new PrintWriter(output);
        if (ToolProvider.findFirst(tool).orElseThrow().run(writer, writer, arguments.toArray(String[]::new)) != 0) {
            throw new IllegalStateException(what + ": " + tool + " failed\n" + output);
        }
    }
}
